package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public DeskController(Desk desk, DeskPages pages, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeskController() {
        this(null, null, null, null, null);
    }

    @GET
    public String first() {
        return "redirect:/desk/new";
    }

    @GET
    @Path("{folder}")
    public String list(
            @PathParam("folder") String folder,
            @QueryParam("after") @Nullable String after,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        models.put("page", pages.page(caller, known(folder), after, null));
        models.put("frame", frames.frame(done));
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
            @QueryParam("after") @Nullable String after,
            @QueryParam("ticket") @Nullable UUID ticket,
            @QueryParam("version") long version,
            @QueryParam("pending") boolean pending) {
        Caller caller = visit.watcher();
        DeskPage page = pages.page(caller, known(folder), after, null);
        Optional<TicketRow> row = page.list().items().stream()
                .filter(each -> each.id().equals(ticket))
                .findFirst();
        TicketPane open = ticket != null && (pending || row.isEmpty()) ? reopened(caller, ticket, page.folder()) : null;
        long current = open != null
                ? open.ticket().row().version()
                : row.map(TicketRow::version).orElse(version);
        models.put("page", new DeskPage(page.folders(), page.folder(), page.list(), open));
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
