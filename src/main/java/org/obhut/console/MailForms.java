package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.MailDraft;
import org.obhut.ticket.NewConversation;
import org.obhut.ticket.Writing;
import org.obhut.ticket.WritingDesk;

/** Takes first mails, whose form carries files; a plain resource for the same reason as {@link ReplyForms}. */
@Path("/mails")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RequestScoped
public class MailForms {

    private final WritingDesk desk;
    private final MailPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Templates templates;

    @Inject
    public MailForms(WritingDesk desk, MailPages pages, Visit visit, Frames frames, Templates templates) {
        this.desk = desk;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.templates = templates;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailForms() {
        this(null, null, null, null, null);
    }

    @POST
    public Response begin(List<EntityPart> parts) throws IOException {
        Caller caller = visit.caller();
        FilledForm form = FilledForm.of(parts, frames.token());
        MailDraft mail = mail(form);
        boolean assign = form.ticked("assign");
        try {
            var writing = new Writing(mail.subject(), mail.text(), false, mail.html(), form.files());
            UUID ticket = desk.begin(
                            caller,
                            new NewConversation(
                                    mail.to(),
                                    Optional.of(mail.mailbox()).filter(each -> !each.isEmpty()),
                                    mail.language().isEmpty() ? "und" : mail.language(),
                                    mail.title(),
                                    writing,
                                    assign ? Optional.of(caller.name()) : Optional.empty(),
                                    form.value("key")))
                    .ticket();
            return Response.seeOther(URI.create(Routes.ticket(ticket, Folder.WAITING) + "&done=mailed"))
                    .build();
        } catch (InvalidInput e) {
            byte[] page = templates
                    .render(
                            "mail.jte",
                            Map.of(
                                    "page", pages.refused(caller, mail, assign, e),
                                    "frame", frames.frame("/mails/new", null)))
                    .toByteArray();
            return Response.status(422)
                    .type("text/html;charset=UTF-8")
                    .entity(page)
                    .build();
        }
    }

    /** Keeps the mail without sending it, for a browser without script. */
    @POST
    @Path("keep")
    public Response keep(List<EntityPart> parts) throws IOException {
        Caller caller = visit.caller();
        desk.keep(caller, mail(FilledForm.of(parts, frames.token())));
        return Response.seeOther(URI.create("/mails/new?done=draft")).build();
    }

    private static MailDraft mail(FilledForm form) {
        return new MailDraft(
                form.value("to"),
                form.value("mailbox"),
                form.value("language"),
                form.value("title"),
                form.value("subject"),
                form.value("text"),
                form.ticked("html"));
    }
}
