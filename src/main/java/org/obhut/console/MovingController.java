package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.HandingOver;
import org.obhut.ticket.TicketChanged;

/** Hands a ticket to another team, once it has been said who will read it then. */
@Path("/tickets/{id}/team")
@Controller
@RequestScoped
public class MovingController {

    private final HandingOver handingOver;
    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public MovingController(HandingOver handingOver, Desk desk, Visit visit, Frames frames, Models models) {
        this.handingOver = handingOver;
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MovingController() {
        this(null, null, null, null, null);
    }

    @GET
    public String show(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        return page(visit.caller(), id, DeskController.known(folder), "", "", null);
    }

    /** Whoever moves a ticket sees it a little longer, with the way to take it back. */
    @POST
    public String move(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("team") @DefaultValue("") String team,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("back") boolean back,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        if (back) {
            return BackToTicket.after(id, folder, "taken-back", () -> handingOver.move(caller, id, team, "", version));
        }
        String wrong;
        try {
            handingOver.move(caller, id, team, note, version);
            return "redirect:" + Routes.ticket(id, from) + "&done=moved";
        } catch (TicketChanged e) {
            wrong = "move.wrong.changed";
        } catch (InvalidInput e) {
            wrong = "move.wrong." + (e.field().equals("team") ? "team" : "note");
        }
        return page(caller, id, from, team, note, wrong);
    }

    private String page(Caller caller, UUID id, Folder from, String team, String note, @Nullable String wrong) {
        models.put("page", new MovingPage(desk.open(caller, id), from, team, note, wrong));
        models.put("frame", frames.frame(null));
        return "moving.jte";
    }
}
