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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Merging;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketView;

/** Makes one ticket of two, after both were seen beside each other. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class MergingController {

    private final Merging merging;
    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public MergingController(Merging merging, Desk desk, Visit visit, Frames frames, Models models) {
        this.merging = merging;
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MergingController() {
        this(null, null, null, null, null);
    }

    @GET
    @Path("merge")
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("into") @Nullable UUID into) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        TicketView ends = desk.open(caller, id);
        if (into == null || into.equals(id)) {
            return "redirect:" + Routes.related(id, from);
        }
        TicketView stays = desk.open(caller, into);
        return page(new MergingPage(from, ends, stays, merging.prospect(caller, id, into), "", false, null));
    }

    @POST
    @Path("merge")
    public String merge(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("into") @Nullable UUID into,
            @FormParam("version") long version,
            @FormParam("into-version") long intoVersion,
            @FormParam("end") @DefaultValue("") String end,
            @FormParam("along") boolean along) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        Optional<UUID> done = into == null ? Optional.empty() : merging.successor(caller, id);
        if (done.isPresent()) {
            return merged(done.get(), from);
        }
        TicketView ends = desk.open(caller, id);
        if (into == null) {
            return "redirect:" + Routes.related(id, from);
        }
        String wrong;
        try {
            merging.merge(caller, new Merging.Wish(id, into, version, intoVersion, end, along));
            return merged(into, from);
        } catch (TicketChanged e) {
            wrong = "merge.wrong.changed";
        } catch (FileHeld e) {
            wrong = "merge.wrong.held";
        } catch (InvalidInput e) {
            wrong = "merge.wrong." + (e.field().equals("end") ? "end" : e.reason());
        }
        TicketView stays = desk.open(caller, into);
        return page(new MergingPage(from, ends, stays, merging.prospect(caller, id, into), end, along, wrong));
    }

    private static String merged(UUID into, Folder from) {
        return "redirect:" + Routes.ticket(into, from) + "&done=merged";
    }

    /** No, it does not belong there. */
    @POST
    @Path("apart")
    public String apart(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        Caller caller = visit.caller();
        return BackToTicket.after(id, folder, "apart", () -> merging.apart(caller, id));
    }

    /** Where a ticket has gone that somebody asks for by its old address. @throws TicketNotFound where it is nowhere for them */
    static String gone(Merging merging, Caller caller, UUID id, Folder from) {
        UUID now = merging.successor(caller, id).orElseThrow(TicketNotFound::new);
        return "redirect:" + Routes.ticket(now, from) + "&done=merged-before";
    }

    private String page(MergingPage page) {
        models.put("page", page);
        models.put("frame", frames.frame(null));
        return "merging.jte";
    }
}
