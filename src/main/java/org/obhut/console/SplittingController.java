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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Splitting;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** Makes a new ticket of a part of one. */
@Path("/tickets/{id}/split")
@Controller
@RequestScoped
public class SplittingController {

    private final Splitting splitting;
    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public SplittingController(Splitting splitting, Desk desk, Visit visit, Frames frames, Models models) {
        this.splitting = splitting;
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SplittingController() {
        this(null, null, null, null, null);
    }

    /** @param first an entry that is to go with all that came after it, null for none marked yet */
    @GET
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("from") @Nullable UUID first) {
        TicketView ticket = desk.open(visit.caller(), id);
        Set<UUID> chosen = new HashSet<>();
        for (TimelineEntry entry : ticket.timeline()) {
            if (entry.id().equals(first) || !chosen.isEmpty()) {
                chosen.add(entry.id());
            }
        }
        return page(new SplittingPage(
                ticket, DeskController.known(folder), chosen, ticket.row().subject(), null));
    }

    @POST
    public String split(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("entry") List<UUID> entries,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        String wrong;
        try {
            UUID begun = splitting.split(caller, id, entries, subject, version);
            return "redirect:" + Routes.ticket(begun, from) + "&done=split";
        } catch (TicketChanged e) {
            wrong = "split.wrong.changed";
        } catch (FileHeld e) {
            wrong = "split.wrong.held";
        } catch (InvalidInput e) {
            wrong = "split.wrong." + (e.field().equals("subject") ? "subject" : e.reason());
        }
        return page(new SplittingPage(desk.open(caller, id), from, Set.copyOf(entries), subject, wrong));
    }

    private String page(SplittingPage page) {
        models.put("page", page);
        models.put("frame", frames.frame(null));
        return "splitting.jte";
    }
}
