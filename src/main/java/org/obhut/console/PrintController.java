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

/** A ticket on paper: all of its words and times, nothing to press. Whoever can read it can print it. */
@Path("/tickets/{id}/print")
@Controller
@RequestScoped
public class PrintController {

    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public PrintController(Desk desk, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PrintController() {
        this(null, null, null, null);
    }

    @GET
    public String show(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        models.put("pane", TicketPane.of(desk.open(visit.caller(), id), DeskController.known(folder), null));
        models.put("frame", frames.frame(null));
        return "print.jte";
    }
}
