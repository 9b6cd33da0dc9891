package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.ticket.Describing;
import org.obhut.ticket.SafeContact;

/** What counsellors say of a case, one value at a time against the version that was seen. */
@Path("tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class DescribingResource {

    private static final String VALUE = "value";

    private final Describing describing;
    private final Bearer bearer;

    @Inject
    DescribingResource(Describing describing, Bearer bearer) {
        this.describing = describing;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected DescribingResource() {
        this(null, null);
    }

    @PUT
    @Path("topics")
    public JsonObject topics(@PathParam("ticket") UUID ticket, JsonFields body) {
        List<String> topics = body.texts(VALUE);
        long version = Versions.seen(body);
        return Versions.now(describing.describe(bearer.counsellor(), ticket, now -> now.topics(topics), version));
    }

    @PUT
    @Path("region")
    public JsonObject region(@PathParam("ticket") UUID ticket, JsonFields body) {
        Optional<String> region = body.textOrNothing(VALUE);
        long version = Versions.seen(body);
        return Versions.now(
                describing.describe(bearer.counsellor(), ticket, now -> now.region(region.orElse(null)), version));
    }

    @PUT
    @Path("language")
    public JsonObject language(@PathParam("ticket") UUID ticket, JsonFields body) {
        String language = body.text(VALUE);
        long version = Versions.seen(body);
        return Versions.now(describing.describe(bearer.counsellor(), ticket, now -> now.language(language), version));
    }

    @PUT
    @Path("safe-contact")
    public JsonObject safeContact(@PathParam("ticket") UUID ticket, JsonFields body) {
        SafeContact hints = SafeContactJson.read(body, VALUE);
        long version = Versions.seen(body);
        return Versions.now(describing.safeContact(bearer.counsellor(), ticket, hints, version));
    }

    @PUT
    @Path("urgent")
    public JsonObject urgent(@PathParam("ticket") UUID ticket, JsonFields body) {
        boolean urgent = body.flag(VALUE);
        long version = Versions.seen(body);
        return Versions.now(describing.urgent(bearer.counsellor(), ticket, urgent, version));
    }
}
