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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.ErasureReport;
import org.obhut.ticket.Periods;
import org.obhut.ticket.RetentionPolicy;

/** How long tickets are kept, for the administrator. */
@Path("/admin/periods")
@Controller
@RequestScoped
public class PeriodsController {

    private final Periods periods;
    private final Mailboxes mailboxes;
    private final ErasureReport erasure;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public PeriodsController(
            Periods periods, Mailboxes mailboxes, ErasureReport erasure, Visit visit, Frames frames, Models models) {
        this.periods = periods;
        this.mailboxes = mailboxes;
        this.erasure = erasure;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PeriodsController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String show(@QueryParam("done") @Nullable String done) {
        return show(visit.caller(), null, done);
    }

    @POST
    public String set(
            @FormParam("address") @DefaultValue("") String address,
            @FormParam("afterClosing") @DefaultValue("") String afterClosing,
            @FormParam("afterContact") @DefaultValue("") String afterContact,
            @FormParam("spam") @DefaultValue("") String spam,
            @FormParam("entry") @DefaultValue("") String entry) {
        Caller caller = visit.caller();
        if (!addresses(caller).contains(address)) {
            throw new BadRequestException();
        }
        var typed = new RetentionPolicy(days(afterClosing), days(afterContact), days(spam), days(entry));
        try {
            periods.set(caller, address, typed);
            return "redirect:/admin/periods?done=periods";
        } catch (InvalidInput e) {
            return show(caller, new PeriodsPage.Mailbox(address, typed, e.field()), null);
        }
    }

    /** What is no number is out of every range. */
    private static int days(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private String show(Caller caller, PeriodsPage.@Nullable Mailbox refused, @Nullable String done) {
        var shown = addresses(caller).stream()
                .map(address -> refused != null && refused.address().equals(address)
                        ? refused
                        : new PeriodsPage.Mailbox(address, periods.of(caller, address), null))
                .toList();
        models.put("page", new PeriodsPage(shown, erasure.lastRun().orElse(null), erasure.late(), erasure.lately()));
        models.put("frame", frames.frame(done));
        return "periods.jte";
    }

    private List<String> addresses(Caller caller) {
        return mailboxes.states(caller).stream().map(MailboxState::address).toList();
    }
}
