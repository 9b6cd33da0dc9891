package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.AuditReading;
import org.obhut.account.Caller;
import org.obhut.audit.AuditSearch;

/** The audit trail, for the administrator. What it is filtered by is of staff alone and may stand in an address. */
@Path("/admin/audit")
@Controller
@RequestScoped
public class AuditController {

    private final AuditReading reading;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public AuditController(AuditReading reading, Visit visit, Frames frames, Models models) {
        this.reading = reading;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AuditController() {
        this(null, null, null, null);
    }

    /** What is malformed in the address is left out: it can only come from a hand-written one. */
    @GET
    public String list(
            @QueryParam("act") @DefaultValue("") String act,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("below") @Nullable String below,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        Frame frame = frames.frame(done);
        YearMonth chosen = month(month);
        var wish = new AuditSearch.Wish(
                act.isEmpty() ? null : act, id(person), begin(chosen, 0), begin(chosen, 1), number(below));
        models.put("frame", frame);
        models.put(
                "page",
                new AuditPage(
                        reading.page(caller, wish),
                        reading.check(caller),
                        reading.people(caller),
                        months(caller, frame),
                        act,
                        person,
                        chosen == null ? "" : chosen.toString(),
                        below != null));
        return "audit.jte";
    }

    /** Goes on although lines are missing, as after a restore. */
    @POST
    @Path("resume")
    public String resume() {
        reading.resume(visit.caller());
        return "redirect:/admin/audit?done=trail-resumed";
    }

    private List<YearMonth> months(Caller caller, Frame frame) {
        YearMonth now = YearMonth.from(frame.moments().today());
        YearMonth oldest = reading.oldest(caller)
                .map(at -> YearMonth.from(at.atZone(Moments.ZONE)))
                .orElse(now);
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth each = now; !each.isBefore(oldest); each = each.minusMonths(1)) {
            months.add(each);
        }
        return months;
    }

    private static @Nullable Instant begin(@Nullable YearMonth month, int later) {
        return month == null
                ? null
                : month.plusMonths(later).atDay(1).atStartOfDay(Moments.ZONE).toInstant();
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}") ? YearMonth.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
