package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketRow;

/** The folders and their lists. */
@Path("/desk")
@Controller
@RequestScoped
public class DeskController {

    private final Desk desk;
    private final DeskPages pages;
    private final Bulk bulk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public DeskController(Desk desk, DeskPages pages, Bulk bulk, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.pages = pages;
        this.bulk = bulk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeskController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String first() {
        return "redirect:/desk/new";
    }

    /** A page of a list; its filter, order and place are read by {@link DeskPlaces}. */
    @GET
    @Path("{folder}")
    public String list(@PathParam("folder") String folder, @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        models.put("page", pages.page(caller, known(folder), null));
        models.put("frame", frames.frame(done));
        return "desk.jte";
    }

    /**
     * Does the same with each of several tickets, and shows the list again with what became of it.
     *
     * @param all whether all of the page are meant and not only those that are ticked
     */
    @POST
    @Path("{folder}")
    public String bulk(
            @PathParam("folder") String folder,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("assignee") @DefaultValue("") String assignee,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("all") boolean all,
            @FormParam("ticket") List<String> chosen,
            @FormParam("listed") List<String> listed) {
        Caller caller = visit.caller();
        Folder shown = known(folder);
        BulkResult result = bulk.run(caller, act, act.equals("follow-up") ? day : assignee, all ? listed : chosen);
        DeskPage page = pages.page(caller, shown, null);
        models.put("page", page.with(page.head().with(result)));
        models.put("frame", frames.frame(page.place().href(), null));
        return "desk.jte";
    }

    /**
     * The parts of the desk that move by themselves. Does not prolong the session, and opens the ticket on the page only
     * where a reply of it is on its way or nothing else tells its version: what is opened counts as read.
     */
    @GET
    @Path("{folder}/live")
    public String live(
            @PathParam("folder") String folder,
            @QueryParam("ticket") @Nullable UUID ticket,
            @QueryParam("version") long version,
            @QueryParam("pending") boolean pending) {
        Caller caller = visit.watcher();
        DeskPage page = pages.page(caller, known(folder), null);
        Optional<TicketRow> row = page.list().items().stream()
                .filter(each -> each.id().equals(ticket))
                .findFirst();
        TicketPane open = ticket != null && (pending || row.isEmpty()) ? reopened(caller, ticket, page.folder()) : null;
        long current = open != null
                ? open.ticket().row().version()
                : row.map(TicketRow::version).orElse(version);
        models.put("page", page.with(open));
        models.put("frame", frames.frame(null));
        models.put("ticket", ticket == null ? "" : ticket.toString());
        models.put("gone", ticket != null && open == null && row.isEmpty());
        models.put("changed", ticket != null && current != version);
        return "live.jte";
    }

    private @Nullable TicketPane reopened(Caller caller, UUID ticket, Folder folder) {
        try {
            return TicketPane.of(desk.open(caller, ticket), folder, null);
        } catch (TicketNotFound e) {
            return null;
        }
    }

    static Folder known(String folder) {
        return Routes.folder(folder).orElseThrow(NotFoundException::new);
    }
}
