package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.mailbox.Quarantine;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketNotFound;

/** Mails that could not be understood, for the leads of the team they came to. */
@Path("/quarantine")
@Controller
@RequestScoped
public class QuarantineController {

    private final Quarantine quarantine;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public QuarantineController(Quarantine quarantine, DeskPages pages, Visit visit, Frames frames, Models models) {
        this.quarantine = quarantine;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected QuarantineController() {
        this(null, null, null, null, null);
    }

    @GET
    public String list(@QueryParam("done") @Nullable String done) {
        Caller caller = lead();
        models.put("page", new QuarantinePage(pages.folders(caller, null), quarantine.list(caller), null, null, false));
        models.put("frame", frames.frame(done));
        return "quarantine.jte";
    }

    @GET
    @Path("{id}")
    public String read(
            @PathParam("id") UUID id, @QueryParam("erase") boolean erasing, @QueryParam("done") @Nullable String done) {
        Caller caller = lead();
        List<Quarantine.Entry> entries = quarantine.list(caller);
        Quarantine.Entry open = entries.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(TicketNotFound::new);
        models.put(
                "page",
                new QuarantinePage(pages.folders(caller, null), entries, open, quarantine.asText(caller, id), erasing));
        models.put("frame", frames.frame(done));
        return "quarantine.jte";
    }

    @POST
    @Path("{id}/ticket")
    public String makeTicket(@PathParam("id") UUID id) {
        Quarantine.Made made = quarantine.makeTicket(visit.caller(), id);
        return ticket(made.ticket(), made.whole() ? "ticket-made" : "ticket-made-of-part");
    }

    @POST
    @Path("{id}/again")
    public String tryAgain(@PathParam("id") UUID id) {
        return quarantine
                .tryAgain(visit.caller(), id)
                .map(made -> ticket(made, "ticket-made"))
                .orElse("redirect:/quarantine/" + id + "?done=still");
    }

    @POST
    @Path("{id}/erase")
    public String erase(@PathParam("id") UUID id) {
        quarantine.erase(visit.caller(), id);
        return "redirect:/quarantine?done=erased";
    }

    private Caller lead() {
        Caller caller = visit.caller();
        if (caller.leads().isEmpty()) {
            throw new Refused("lead of a team");
        }
        return caller;
    }

    private static String ticket(UUID made, String done) {
        return "redirect:" + Routes.ticket(made, Folder.NEW) + "&done=" + done;
    }
}
