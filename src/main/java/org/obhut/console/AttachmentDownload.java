package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.attachment.FileName;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TimelineEntry.Attachment;

/** Files of a client, which no browser is to open by itself: always a download, never a page of this server. */
@Path("/tickets/{id}/attachments/{attachment}")
@RequestScoped
public class AttachmentDownload {

    /** Should a browser show it all the same: nothing in it runs, loads, submits or stands in a page. */
    static final String POLICY =
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    private final Desk desk;
    private final Visit visit;

    @Inject
    public AttachmentDownload(Desk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AttachmentDownload() {
        this(null, null);
    }

    /**
     * @param despite {@code found}: given in spite of what a scanner found, by a lead who was told
     * @throws Refused where something was found and that was not said, or the caller leads no such team
     */
    @GET
    public Response download(
            @PathParam("id") UUID id,
            @PathParam("attachment") UUID attachment,
            @QueryParam("despite") @DefaultValue("") String despite) {
        Caller caller = visit.caller();
        Attachment file = desk.file(caller, id, attachment);
        if (file.findings().scan().found() && !despite.equals(Routes.DESPITE_FOUND)) {
            throw new Refused("told what was found");
        }
        StreamingOutput bytes = to -> desk.attachment(caller, id, attachment, to);
        return Response.ok(bytes, "application/octet-stream")
                .header("Content-Disposition", FileName.of(file.name()).disposition())
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
