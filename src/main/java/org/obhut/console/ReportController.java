package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.ReportChanged;
import org.obhut.report.ReportLine;
import org.obhut.report.Reports;

/** Reports: read, written, released, withdrawn. */
@Path("/reports")
@Controller
@RequestScoped
public class ReportController {

    private static final String PAGE = "report.jte";

    private final Reports reports;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ReportController(Reports reports, Visit visit, Frames frames, Models models) {
        this.reports = reports;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReportController() {
        this(null, null, null, null);
    }

    /**
     * The report of a period, the latest one where none is named; of a version that is released or withdrawn where one is. With the
     * number of a text to {@code erase}, the question whether it is to be.
     */
    @GET
    public String show(
            @QueryParam("period") @DefaultValue("") String period,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("erase") @Nullable Integer erase,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        List<ReportLine> lines = reports.list(caller);
        Period chosen = period.isEmpty() ? latest(lines) : period(period);
        Optional<Report> report = Optional.empty();
        if (chosen != null) {
            report = version == null ? reports.find(caller, chosen) : reports.find(caller, chosen, version);
            if (report.isEmpty()) {
                throw new NotFoundException();
            }
        }
        models.put("page", page(caller, lines, report.orElse(null), null, erase));
        models.put("frame", frames.frame(done));
        return PAGE;
    }

    /** A quarter, if there is one: it is what is written next. */
    private static @Nullable Period latest(List<ReportLine> lines) {
        return lines.stream()
                .map(ReportLine::period)
                .filter(period -> period.kind() == Period.Kind.QUARTER)
                .findFirst()
                .or(() -> lines.stream().map(ReportLine::period).findFirst())
                .orElse(null);
    }

    @POST
    @Path("{period}/narrative")
    public Response write(
            @PathParam("period") String period,
            @FormParam("needs") @DefaultValue("") String needs,
            @FormParam("recommendations") @DefaultValue("") String recommendations,
            @FormParam("seen") @DefaultValue("0") int seen) {
        Caller caller = maker(visit.caller());
        Period chosen = period(period);
        try {
            reports.write(caller, chosen, needs, recommendations, seen);
            return to(chosen, "narrative-kept", "#needs");
        } catch (InvalidInput e) {
            return refused(422, caller, chosen, new ReportPage.Written(needs, recommendations, "too-long"));
        } catch (ReportChanged e) {
            return refused(409, caller, chosen, new ReportPage.Written(needs, recommendations, "changed"));
        }
    }

    /** Stores what is typed, by itself: no action of a person's own. Answers the line that says so, and the number to go on from. */
    @POST
    @Path("{period}/narrative/draft")
    public Response autosave(
            @PathParam("period") String period,
            @FormParam("needs") @DefaultValue("") String needs,
            @FormParam("recommendations") @DefaultValue("") String recommendations,
            @FormParam("seen") @DefaultValue("0") int seen) {
        Caller caller = maker(visit.watcher());
        Period chosen = period(period);
        String state = "kept";
        int number = seen;
        try {
            reports.write(caller, chosen, needs, recommendations, seen);
            number = reports.making(caller, chosen).narrative();
        } catch (InvalidInput e) {
            state = "too-long";
        } catch (ReportChanged e) {
            state = "changed";
        }
        models.put("state", state);
        models.put("seen", number);
        models.put("frame", frames.frame("/reports?period=" + chosen, null));
        return Response.ok("report/kept.jte").build();
    }

    @POST
    @Path("{period}/release")
    public Response release(@PathParam("period") String period, @FormParam("seen") @DefaultValue("0") int seen) {
        return after(period, "report-released", (caller, chosen) -> reports.release(caller, chosen, seen));
    }

    @POST
    @Path("{period}/withdraw")
    public Response withdraw(@PathParam("period") String period, @FormParam("version") @DefaultValue("0") int version) {
        return after(period, "report-withdrawn", (caller, chosen) -> reports.withdraw(caller, chosen, version));
    }

    /** The report after an act, or as somebody else has changed it meanwhile. */
    private Response after(String period, String done, BiConsumer<Caller, Period> act) {
        Caller caller = maker(visit.caller());
        Period chosen = period(period);
        try {
            act.accept(caller, chosen);
            return to(chosen, done, "");
        } catch (ReportChanged e) {
            return to(chosen, "report-changed", "");
        }
    }

    private static Caller maker(Caller caller) {
        if (!Reports.makes(caller)) {
            throw new Refused("coordinator or lead");
        }
        return caller;
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow(NotFoundException::new);
    }

    private static Response to(Period period, String done, String place) {
        return Response.seeOther(URI.create("/reports?period=" + period + "&done=" + done + place))
                .build();
    }

    private Response refused(int status, Caller caller, Period period, ReportPage.Written written) {
        Report report = reports.find(caller, period).orElseThrow(NotFoundException::new);
        models.put("page", page(caller, reports.list(caller), report, written, null));
        models.put("frame", frames.frame("/reports?period=" + period, null));
        return Response.status(status).entity(PAGE).build();
    }

    private ReportPage page(
            Caller caller,
            List<ReportLine> lines,
            @Nullable Report report,
            ReportPage.@Nullable Written written,
            @Nullable Integer erase) {
        boolean makes = report != null && Reports.makes(caller);
        return new ReportPage(lines, report, makes ? reports.making(caller, report.period()) : null, written, erase);
    }
}
