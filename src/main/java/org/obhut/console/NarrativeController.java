package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.report.NarrativeErasure;
import org.obhut.report.Period;
import org.obhut.report.ReportChanged;
import org.obhut.report.Reports;

/** Erases a text of a report; {@link ReportController} asks before. */
@Path("/reports/{period}/narrative/{number}/erase")
@Controller
@RequestScoped
public class NarrativeController {

    private final NarrativeErasure erasure;
    private final Visit visit;

    @Inject
    public NarrativeController(NarrativeErasure erasure, Visit visit) {
        this.erasure = erasure;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected NarrativeController() {
        this(null, null);
    }

    @POST
    public Response erase(
            @PathParam("period") String name,
            @PathParam("number") int number,
            @FormParam("earlier") @DefaultValue("false") boolean earlier) {
        Caller caller = visit.caller();
        if (!Reports.makes(caller)) {
            throw new Refused("coordinator or lead");
        }
        Period period = Period.parse(name).orElseThrow(NotFoundException::new);
        String done = "narrative-erased";
        try {
            erasure.erase(caller, period, number, earlier);
        } catch (ReportChanged e) {
            done = "report-changed";
        }
        return Response.seeOther(URI.create("/reports?period=" + period + "&done=" + done + "#making"))
                .build();
    }
}
