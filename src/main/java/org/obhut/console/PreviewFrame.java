package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketNotFound;

/** What stands in the frame of a preview: a document with rules of its own, which belongs to no origin wherever it is opened. */
@Path("/tickets/{id}/attachments/{attachment}/picture")
@RequestScoped
public class PreviewFrame {

    private final Desk desk;
    private final Visit visit;

    @Inject
    public PreviewFrame(Desk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PreviewFrame() {
        this(null, null);
    }

    /** Empty where the bytes are no picture. @throws TicketNotFound where the file is none that is previewed */
    @GET
    public Response show(@PathParam("id") UUID id, @PathParam("attachment") UUID attachment) {
        Caller caller = visit.caller();
        if (!Preview.offered(desk.file(caller, id, attachment))) {
            throw new TicketNotFound();
        }
        var bytes = new ByteArrayOutputStream();
        desk.attachment(caller, id, attachment, bytes);
        return Response.ok(Preview.document(bytes.toByteArray()), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", Preview.POLICY)
                .build();
    }
}
