package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.mailbox.Quarantine;

/** Mails in quarantine, one by one; {@link TicketsResource} lists them as a folder. */
@Path("quarantine/{mail}")
@RequestScoped
public class QuarantineResource {

    private final Quarantine quarantine;
    private final Bearer bearer;

    @Inject
    QuarantineResource(Quarantine quarantine, Bearer bearer) {
        this.quarantine = quarantine;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected QuarantineResource() {
        this(null, null);
    }

    /** The mail as it came, of any size. */
    @GET
    @Path("original")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    public Response original(@PathParam("mail") UUID mail) {
        Caller caller = bearer.counsellor();
        StreamingOutput bytes = out -> quarantine.original(caller, mail, out);
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }
}
