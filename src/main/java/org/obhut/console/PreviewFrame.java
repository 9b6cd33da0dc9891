package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.pdftext.PdfTexts;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TimelineEntry.Attachment;

/** What stands in the frame of a preview: a document with rules of its own, which belongs to no origin wherever it is opened. */
@Path("/tickets/{id}/attachments/{attachment}/preview/frame")
@RequestScoped
public class PreviewFrame {

    private final Desk desk;
    private final Visit visit;
    private final PdfTexts texts;

    @Inject
    public PreviewFrame(Desk desk, Visit visit, PdfTexts texts) {
        this.desk = desk;
        this.visit = visit;
        this.texts = texts;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PreviewFrame() {
        this(null, null, null);
    }

    /** Empty where the bytes are no picture, or no PDF with words. @throws TicketNotFound where the file is none that is previewed */
    @GET
    public Response show(@PathParam("id") UUID id, @PathParam("attachment") UUID attachment) {
        Caller caller = visit.caller();
        Attachment file = desk.file(caller, id, attachment);
        if (!Preview.offered(file)) {
            throw new TicketNotFound();
        }
        var bytes = new ByteArrayOutputStream();
        desk.attachment(caller, id, attachment, bytes);
        String document = Preview.text(file)
                ? Preview.document(texts.of(bytes.toByteArray()).orElse(List.of()))
                : Preview.document(bytes.toByteArray());
        return Response.ok(document, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", Preview.POLICY)
                .build();
    }
}
