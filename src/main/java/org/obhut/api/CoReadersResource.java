package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ReadingRights;

/** Colleagues who read a ticket until the end of a day, by sign-in name. Who reads it at all stands in the ticket. */
@Path("tickets/{ticket}/co-readers/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CoReadersResource {

    private final ReadingRights rights;
    private final Bearer bearer;

    @Inject
    CoReadersResource(ReadingRights rights, Bearer bearer) {
        this.rights = rights;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected CoReadersResource() {
        this(null, null);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject add(@PathParam("ticket") UUID ticket, @PathParam("name") String name, JsonFields body) {
        ReadingRights.Reason reason = Names.value(ReadingRights.Reason.class, "reason", body.text("reason"));
        LocalDate until = body.day("until").orElseThrow(() -> body.invalid("until", "required"));
        long version = body.number("version");
        body.end();
        return Versions.now(rights.add(bearer.counsellor(), ticket, name, reason, until, version));
    }

    @DELETE
    public JsonObject remove(
            @PathParam("ticket") UUID ticket,
            @PathParam("name") String name,
            @QueryParam("version") @Nullable String version) {
        if (version == null || !version.matches("\\d{1,18}")) {
            throw new InvalidInput("version", "not-a-whole-number");
        }
        return Versions.now(rights.remove(bearer.counsellor(), ticket, name, Long.parseLong(version)));
    }
}
