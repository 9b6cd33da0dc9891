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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.MailDraft;
import org.obhut.ticket.WritingDesk;

/** Writing to somebody first. The form itself carries files and is taken by {@link MailForms}. */
@Path("/mails")
@Controller
@RequestScoped
public class MailController {

    private final WritingDesk desk;
    private final MailPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public MailController(WritingDesk desk, MailPages pages, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailController() {
        this(null, null, null, null, null);
    }

    @GET
    @Path("new")
    public String form(@QueryParam("done") @Nullable String done) {
        models.put("page", pages.of(visit.caller()));
        models.put("frame", frames.frame(done));
        return "mail.jte";
    }

    /** Keeps what is being written. A script calls this by itself, so it prolongs nothing. */
    @POST
    @Path("draft")
    public Response draft(
            @FormParam("to") @DefaultValue("") String to,
            @FormParam("mailbox") @DefaultValue("") String mailbox,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("html") @Nullable String html) {
        desk.keep(visit.watcher(), new MailDraft(to, mailbox, language, title, subject, text, html != null));
        return Response.noContent().build();
    }

    @POST
    @Path("discard")
    public String discard() {
        desk.keep(visit.caller(), MailDraft.NONE);
        return "redirect:/mails/new?done=discarded";
    }
}
