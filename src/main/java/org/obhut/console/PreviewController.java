package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TimelineEntry.Attachment;

/** The page around a picture, or the words of a PDF, that came with a mail; they themselves stand in a frame without rights ({@link PreviewFrame}). */
@Path("/tickets/{id}/attachments/{attachment}/preview")
@Controller
@RequestScoped
public class PreviewController {

    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public PreviewController(Desk desk, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PreviewController() {
        this(null, null, null, null);
    }

    /** @throws TicketNotFound where the file is none that is previewed */
    @GET
    public String show(
            @PathParam("id") UUID id,
            @PathParam("attachment") UUID attachment,
            @QueryParam("folder") @DefaultValue("team") String folder) {
        Attachment file = desk.file(visit.caller(), id, attachment);
        if (!Preview.offered(file)) {
            throw new TicketNotFound();
        }
        models.put("page", new PreviewPage(id, DeskController.known(folder), FileLine.of(file)));
        models.put("frame", frames.frame(null));
        return "preview.jte";
    }
}
