package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Composing;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Draft;
import org.obhut.ticket.DraftElsewhere;
import org.obhut.ticket.DraftOrigin;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.Withdrawn;

/** What is written at a ticket, except replies, whose forms carry files: {@link ReplyForms}. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class WritingController {

    private final Desk desk;
    private final Composing composing;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public WritingController(
            Desk desk, Composing composing, DeskPages pages, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.composing = composing;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WritingController() {
        this(null, null, null, null, null, null);
    }

    @POST
    @Path("notes")
    public Response note(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("key") @Nullable String key) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            desk.note(caller, id, text, Optional.ofNullable(key));
            return back(id, from, "noted");
        } catch (InvalidInput e) {
            var pane = TicketPane.of(desk.open(caller, id), from, "note");
            models.put("page", pages.page(caller, from, pane.refused(text, e)));
            models.put("frame", frames.frame(Routes.ticket(id, from), null));
            return Response.status(422)
                    .header("HX-Push-Url", Routes.ticket(id, from))
                    .entity("desk.jte")
                    .build();
        }
    }

    /** Keeps a reply that is being written. A script calls this by itself, so it prolongs nothing. */
    @POST
    @Path("draft")
    public Response draft(
            @PathParam("id") UUID id,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("quote") @Nullable String quote,
            @FormParam("html") @Nullable String html,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("time") @DefaultValue("") String time,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("answers") @Nullable UUID answers,
            @FormParam("base") @Nullable UUID base,
            @FormParam("window") @DefaultValue("") String window,
            @FormParam("sequence") @DefaultValue("0") long sequence) {
        var words = new Draft(text, subject, quote != null, html != null, day, time, note, answers);
        try {
            UUID revision = composing.keep(visit.watcher(), id, words, new DraftOrigin(base, window, sequence));
            return DraftAnswer.kept(revision);
        } catch (DraftElsewhere e) {
            return DraftAnswer.elsewhere(e);
        }
    }

    /** Hides the draft with its files; the page offers to bring it back. */
    @POST
    @Path("draft/discard")
    public Response discard(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        composing.discard(visit.caller(), id);
        return back(id, DeskController.known(folder), "draft-discarded");
    }

    @POST
    @Path("draft/bring-back")
    public Response bringBack(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        composing.bringBack(visit.caller(), id);
        return back(id, DeskController.known(folder), "draft-back");
    }

    @POST
    @Path("replies/{message}/withdraw")
    public Response withdraw(
            @PathParam("id") UUID id,
            @PathParam("message") UUID message,
            @QueryParam("folder") @DefaultValue("team") String folder) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            Withdrawn withdrawn = desk.withdraw(caller, id, message);
            return withdrawn.forwardedTo() == null ? back(id, from, "withdrawn") : again(caller, id, from, withdrawn);
        } catch (TicketChanged e) {
            return back(id, from, "too-late");
        }
    }

    /** The words of a forward must not become a draft to the client: they stand in its own form again. */
    private Response again(Caller caller, UUID id, Folder from, Withdrawn withdrawn) {
        models.put("page", new ForwardPage(desk.open(caller, id), from, ForwardForm.of(withdrawn), true, null));
        models.put("frame", frames.frame(Routes.ticket(id, from), null));
        return Response.ok("forward.jte").build();
    }

    @POST
    @Path("replies/{message}/again")
    public Response sendAgain(
            @PathParam("id") UUID id,
            @PathParam("message") UUID message,
            @QueryParam("folder") @DefaultValue("team") String folder) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            desk.sendAgain(caller, id, message);
            return back(id, from, "again");
        } catch (TicketChanged | InvalidInput e) {
            return back(id, from, "invalid");
        }
    }

    private static Response back(UUID id, Folder from, String done) {
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }
}
