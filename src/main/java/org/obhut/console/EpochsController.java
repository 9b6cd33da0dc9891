package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.obhut.account.EpochOverview;

/** The weekly change of keys, for administrators. */
@Path("/admin/epochs")
@Controller
@RequestScoped
public class EpochsController {

    private final EpochOverview overview;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public EpochsController(EpochOverview overview, Visit visit, Frames frames, Models models) {
        this.overview = overview;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EpochsController() {
        this(null, null, null, null);
    }

    @GET
    public String show(@QueryParam("done") @Nullable String done) {
        models.put("page", new EpochsPage(overview.of(visit.caller())));
        models.put("frame", frames.frame(done));
        return "epochs.jte";
    }

    /** Does what is due without waiting for the hour, and goes on where a run was stopped. */
    @POST
    public String run() {
        return "redirect:/admin/epochs?done=" + (overview.run(visit.caller()) ? "epochs-run" : "epochs-doubt");
    }
}
