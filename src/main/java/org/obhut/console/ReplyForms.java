package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Composing;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Draft;
import org.obhut.ticket.DraftElsewhere;
import org.obhut.ticket.Folder;
import org.obhut.ticket.NeedsSecondReader;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.SecondReading;
import org.obhut.ticket.TicketChanged;

/**
 * Takes replies, whose form carries files. MVC's protection against forged forms does not read such a body, so this is a
 * plain resource that checks the token itself.
 */
@Path("/tickets/{id}")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RequestScoped
public class ReplyForms {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Desk desk;
    private final Composing composing;
    private final SecondReading reading;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Templates templates;

    @Inject
    public ReplyForms(
            Desk desk,
            Composing composing,
            SecondReading reading,
            DeskPages pages,
            Visit visit,
            Frames frames,
            Templates templates) {
        this.desk = desk;
        this.composing = composing;
        this.reading = reading;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.templates = templates;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReplyForms() {
        this(null, null, null, null, null, null, null);
    }

    @POST
    @Path("replies")
    public Response reply(
            @PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder, List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        ReplyForm form = ReplyForm.of(parts, frames.token());
        try {
            NewReply reply = form.reply();
            composing.send(caller, id, reply, form.origin().base(), form.kept());
            return back(id, from, reply.wish().notBefore() == null ? "sent" : "sent-later");
        } catch (NeedsSecondReader e) {
            return submitted(caller, id, from, form);
        } catch (TicketChanged e) {
            return refused(caller, id, from, form, 409, new InvalidInput("version", "changed"));
        } catch (InvalidInput e) {
            return refused(caller, id, from, form, 422, e);
        }
    }

    /** Somebody else has to read it first. */
    private Response submitted(Caller caller, UUID id, Folder from, ReplyForm form) {
        return unlessRefused(caller, id, from, form, () -> {
            reading.submit(caller, id, form.draft(), form.origin(), form.files(), form.then());
            return back(id, from, "submitted");
        });
    }

    /** Does it, or shows the form again with what was typed and why nothing was done. */
    private Response unlessRefused(Caller caller, UUID id, Folder from, ReplyForm form, Supplier<Response> work) {
        try {
            return work.get();
        } catch (DraftElsewhere e) {
            return refused(caller, id, from, form, 409, new InvalidInput("base", "draft-elsewhere"));
        } catch (InvalidInput e) {
            return refused(caller, id, from, form, 422, e);
        }
    }

    /** Keeps the words without sending them, and adds files: a script's answer is the list of files, else the ticket is. */
    @POST
    @Path("replies/draft")
    public Response draft(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @HeaderParam("HX-Request") @Nullable String script,
            List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        ReplyForm form = ReplyForm.of(parts, frames.token());
        if (script == null) {
            return unlessRefused(caller, id, from, form, () -> {
                composing.keep(caller, id, form.draft(), form.origin(), form.files());
                return back(id, from, "draft");
            });
        }
        try {
            composing.keep(caller, id, form.draft(), form.origin(), form.files());
            return files(caller, id, from);
        } catch (DraftElsewhere e) {
            return DraftAnswer.elsewhere(e);
        } catch (InvalidInput e) {
            return sentence(e);
        }
    }

    /** Keeps what is written and goes on to the text blocks, for a browser without script. */
    @POST
    @Path("replies/blocks")
    public Response blocks(
            @PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder, List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        ReplyForm form = ReplyForm.of(parts, frames.token());
        return unlessRefused(caller, id, from, form, () -> {
            composing.keep(caller, id, form.draft(), form.origin(), form.files());
            return Response.seeOther(URI.create(Routes.post(id, "blocks", from)))
                    .build();
        });
    }

    /** Takes a file out of the draft again, and keeps the words. */
    @POST
    @Path("replies/draft/files/{file}/remove")
    public Response detach(
            @PathParam("id") UUID id,
            @PathParam("file") UUID file,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @HeaderParam("HX-Request") @Nullable String script,
            List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        ReplyForm form = ReplyForm.of(parts, frames.token());
        composing.detach(caller, id, file);
        if (script != null) {
            return files(caller, id, from);
        }
        var pane = TicketPane.of(desk.open(caller, id), from, null).written(form.draft());
        return Response.ok(page(caller, id, from, pane), HTML).build();
    }

    /** The draft's files as they are now. */
    private Response files(Caller caller, UUID id, Folder from) {
        var pane = TicketPane.of(desk.open(caller, id), from, null);
        byte[] list = templates
                .render("ticket/draft-files.jte", Map.of("frame", frames.frame(null), "pane", pane))
                .toByteArray();
        return Response.ok(list, HTML)
                .header(
                        DraftAnswer.REVISION,
                        DraftAnswer.word(pane.ticket().draft().revision()))
                .build();
    }

    private Response sentence(InvalidInput why) {
        return Response.status(422)
                .type("text/plain;charset=UTF-8")
                .entity(frames.frame(null).trouble(why))
                .build();
    }

    /** Puts the emergency numbers below the text, for a browser without script; nothing is kept by that. */
    @POST
    @Path("replies/crisis")
    public Response crisis(
            @PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder, List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        Draft draft = ReplyForm.of(parts, frames.token()).draft();
        var pane = TicketPane.of(desk.open(caller, id), from, "despite");
        String numbers = CaseWords.crisis(pane.ticket().row().language()) + "\n";
        return Response.ok(page(caller, id, from, pane.written(draft.above(numbers))), HTML)
                .build();
    }

    private Response refused(Caller caller, UUID id, Folder from, ReplyForm form, int status, InvalidInput why) {
        var pane = TicketPane.of(desk.open(caller, id), from, null).refused(form.draft(), form.seen(), why);
        return Response.status(status)
                .type(HTML)
                .header("HX-Push-Url", Routes.ticket(id, from))
                .entity(page(caller, id, from, pane))
                .build();
    }

    private byte[] page(Caller caller, UUID id, Folder from, TicketPane pane) {
        return templates
                .render(
                        "desk.jte",
                        Map.of(
                                "page", pages.page(caller, from, pane),
                                "frame", frames.frame(Routes.ticket(id, from), null)))
                .toByteArray();
    }

    private static Response back(UUID id, Folder from, String done) {
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }
}
