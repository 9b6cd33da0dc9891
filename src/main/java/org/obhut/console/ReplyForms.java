package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.TicketChanged;

/**
 * Takes replies, whose form carries files. MVC's protection against forged forms does not read such a body, so this is a
 * plain resource that checks the token itself.
 */
@Path("/tickets/{id}")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RequestScoped
public class ReplyForms {

    private final Desk desk;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Templates templates;

    @Inject
    public ReplyForms(Desk desk, DeskPages pages, Visit visit, Frames frames, Templates templates) {
        this.desk = desk;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.templates = templates;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReplyForms() {
        this(null, null, null, null, null);
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
            desk.reply(caller, id, reply);
            return back(id, from, reply.wish().notBefore() == null ? "sent" : "sent-later");
        } catch (TicketChanged e) {
            return refused(caller, id, from, form, 409, new InvalidInput("version", "changed"));
        } catch (InvalidInput e) {
            return refused(caller, id, from, form, 422, e);
        }
    }

    /** Keeps the text without sending it, for a browser without script. */
    @POST
    @Path("replies/draft")
    public Response draft(
            @PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder, List<EntityPart> parts)
            throws IOException {
        Caller caller = visit.caller();
        desk.draft(caller, id, ReplyForm.of(parts, frames.token()).draft());
        return back(id, DeskController.known(folder), "draft");
    }

    private Response refused(Caller caller, UUID id, Folder from, ReplyForm form, int status, InvalidInput why) {
        var pane = TicketPane.of(desk.open(caller, id), from, null).refused(form.draft(), form.seen(), why);
        byte[] page = templates
                .render(
                        "desk.jte",
                        Map.of(
                                "page", pages.page(caller, from, null, pane),
                                "frame", frames.frame(Routes.ticket(id, from), null)))
                .toByteArray();
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("HX-Push-Url", Routes.ticket(id, from))
                .entity(page)
                .build();
    }

    private static Response back(UUID id, Folder from, String done) {
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }
}
