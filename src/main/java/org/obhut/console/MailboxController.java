package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.mailbox.MailboxSetUp;
import org.obhut.mailbox.Mailboxes;

/** The mailboxes, for the administrator: whether mail comes, and what to take of a box that already held some. */
@Path("/admin/mailboxes")
@Controller
@RequestScoped
public class MailboxController {

    private final Mailboxes mailboxes;
    private final MailboxSetUp setUp;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public MailboxController(Mailboxes mailboxes, MailboxSetUp setUp, Visit visit, Frames frames, Models models) {
        this.mailboxes = mailboxes;
        this.setUp = setUp;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxController() {
        this(null, null, null, null, null);
    }

    @GET
    public String list(@QueryParam("done") @Nullable String done) {
        models.put("page", page(visit.caller()));
        models.put("frame", frames.frame(done));
        return "mailboxes.jte";
    }

    @POST
    public String choose(
            @FormParam("address") @DefaultValue("") String address,
            @FormParam("take") @DefaultValue("") String take,
            @FormParam("since") @DefaultValue("") String since) {
        Caller caller = visit.caller();
        try {
            mailboxes.choose(caller, address, choice(take, since));
            return "redirect:/admin/mailboxes?done=chosen";
        } catch (DateTimeException e) {
            return "redirect:/admin/mailboxes?done=invalid";
        }
    }

    /** Tries both sides now; what was found stands on the page. */
    @POST
    @Path("connect")
    public String connect(@FormParam("address") @DefaultValue("") String address) {
        mailboxes.connect(visit.caller(), address);
        return "redirect:/admin/mailboxes";
    }

    private MailboxPage page(Caller caller) {
        return new MailboxPage(mailboxes.states(caller), setUp.known(caller).keySet());
    }

    private static Mailboxes.FirstContact choice(String take, String since) {
        return switch (take) {
            case "new" -> new Mailboxes.FirstContact.OnlyNew();
            case "since" -> new Mailboxes.FirstContact.Since(LocalDate.parse(since));
            case "all" -> new Mailboxes.FirstContact.All();
            default -> throw new BadRequestException();
        };
    }
}
