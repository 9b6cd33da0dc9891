package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.mailbox.Quarantine;

/** A mail in quarantine as it came: a download, which no browser is to open by itself. */
@Path("/quarantine/{id}/original")
@RequestScoped
public class QuarantineDownload {

    private final Quarantine quarantine;
    private final Visit visit;

    @Inject
    public QuarantineDownload(Quarantine quarantine, Visit visit) {
        this.quarantine = quarantine;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected QuarantineDownload() {
        this(null, null);
    }

    @GET
    public Response download(@PathParam("id") UUID id) {
        Caller caller = visit.caller();
        StreamingOutput bytes = to -> quarantine.original(caller, id, to);
        return Response.ok(bytes, "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"mail.eml\"")
                .header("Content-Security-Policy", AttachmentDownload.POLICY)
                .build();
    }
}
