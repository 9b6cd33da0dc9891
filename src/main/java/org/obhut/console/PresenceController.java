package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.Presence;

/** Says that somebody is at a ticket and answers who else is. A script calls this by itself, so it prolongs nothing. */
@Path("/tickets/{id}/presence")
@Controller
@RequestScoped
public class PresenceController {

    private final Presence presence;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public PresenceController(Presence presence, Visit visit, Frames frames, Models models) {
        this.presence = presence;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PresenceController() {
        this(null, null, null, null);
    }

    @POST
    public String here(
            @PathParam("id") UUID id, @FormParam("writing") boolean writing, @FormParam("leaving") boolean leaving) {
        Caller caller = visit.watcher();
        if (leaving) {
            // Also of a ticket that was just handed over and can't be read any more.
            presence.leave(caller, id);
        }
        List<Presence.Here> others = leaving ? List.of() : presence.note(caller, id, writing);
        models.put("present", others);
        models.put("ticket", id.toString());
        models.put("frame", frames.frame(null));
        return "ticket/presence.jte";
    }
}
