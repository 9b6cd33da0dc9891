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
import org.obhut.html.ReceivedHtml;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TimelineEntry;

/** The page around a message as it was sent: what was taken out, and the frame with the rest ({@link SentFrame}). */
@Path("/tickets/{id}/messages/{message}/sent")
@Controller
@RequestScoped
public class SentController {

    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public SentController(Desk desk, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SentController() {
        this(null, null, null, null);
    }

    @GET
    public String show(
            @PathParam("id") UUID id,
            @PathParam("message") UUID message,
            @QueryParam("folder") @DefaultValue("team") String folder) {
        TimelineEntry entry = desk.message(visit.caller(), id, message);
        models.put(
                "page",
                new SentPage(
                        id, DeskController.known(folder), entry, html(entry).cleaned()));
        models.put("frame", frames.frame(null));
        return "sent.jte";
    }

    /** @throws TicketNotFound where the message has no HTML */
    static ReceivedHtml html(TimelineEntry message) {
        if (message.html() == null) {
            throw new TicketNotFound();
        }
        return message.html();
    }
}
