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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.call.CallUndo;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.HandingOver;
import org.obhut.ticket.Merging;
import org.obhut.ticket.Presence;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketView;

/** An open ticket, and what is set on it: who, where it stands, when to look again. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class TicketController {

    private final Desk desk;
    private final HandingOver handingOver;
    private final Merging merging;
    private final Presence presence;
    private final CallUndo calls;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TicketController(
            Desk desk,
            HandingOver handingOver,
            Merging merging,
            Presence presence,
            CallUndo calls,
            DeskPages pages,
            Visit visit,
            Frames frames,
            Models models) {
        this.desk = desk;
        this.handingOver = handingOver;
        this.merging = merging;
        this.presence = presence;
        this.calls = calls;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TicketController() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @GET
    public String open(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("write") @Nullable String write,
            @QueryParam("answers") @Nullable UUID answers,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        Optional<TicketView> ticket = opened(caller, id);
        if (ticket.isEmpty()) {
            return MergingController.gone(merging, caller, id, from);
        }
        var pane = TicketPane.of(ticket.get(), from, write, answers);
        models.put("page", pages.page(caller, from, pane));
        models.put("present", presence.note(caller, id, false));
        models.put(
                "saved",
                calls.all(caller).stream()
                        .filter(call -> id.equals(call.ticket()))
                        .toList());
        models.put("frame", frames.frame(done));
        return "desk.jte";
    }

    private Optional<TicketView> opened(Caller caller, UUID id) {
        try {
            return Optional.of(desk.open(caller, id));
        } catch (TicketNotFound e) {
            return Optional.empty();
        }
    }

    @POST
    @Path("assignee")
    public String assign(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("assignee") @DefaultValue("") String assignee,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            handingOver.assign(caller, id, nonBlank(assignee), note, version);
        } catch (TicketChanged | InvalidInput e) {
            return note.isBlank() ? refused(id, from, e) : kept(caller, id, from, note);
        }
        return opened(caller, id).isPresent()
                ? "redirect:" + Routes.ticket(id, from) + "&done=assigned"
                : "redirect:" + Routes.desk(from) + "?done=handed-over";
    }

    private static String refused(UUID id, Folder from, RuntimeException why) {
        return "redirect:" + Routes.ticket(id, from) + "&done="
                + (why instanceof TicketChanged ? "version" : "invalid");
    }

    /** What was written for whoever gets the ticket is not lost: it stands where notes are written. */
    private String kept(Caller caller, UUID id, Folder from, String note) {
        var pane = TicketPane.of(desk.open(caller, id), from, "note");
        models.put("page", pages.page(caller, from, pane.refused(note, new InvalidInput("version", "handover"))));
        models.put("frame", frames.frame(Routes.ticket(id, from), null));
        return "desk.jte";
    }

    @POST
    @Path("status")
    public String status(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("status") @DefaultValue("") String status,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Status wanted = BackToTicket.named(Status.class, status);
        return after(id, folder, status, () -> desk.status(caller, id, wanted, version));
    }

    @POST
    @Path("spam")
    public String spam(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("spam") boolean spam,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return after(id, folder, spam ? "spam" : "no-spam", () -> desk.spam(caller, id, spam, version));
    }

    @POST
    @Path("follow-up")
    public String followUp(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return after(
                id,
                folder,
                "follow-up",
                () -> desk.followUp(caller, id, nonBlank(day).map(LocalDate::parse), version));
    }

    private static String after(UUID id, String folder, String done, Runnable wish) {
        return BackToTicket.after(id, folder, done, wish, wrong -> "invalid");
    }

    private static Optional<String> nonBlank(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
