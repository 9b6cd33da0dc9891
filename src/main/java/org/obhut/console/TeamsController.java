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
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Membership;
import org.obhut.account.TeamOverview;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;

/** The caller's teams, the words of their own key, and founding another team. */
@Path("/teams")
@Controller
@RequestScoped
public class TeamsController {

    private final TeamOverview overview;
    private final Teams teams;
    private final Membership membership;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TeamsController(
            TeamOverview overview, Teams teams, Membership membership, Visit visit, Frames frames, Models models) {
        this.overview = overview;
        this.teams = teams;
        this.membership = membership;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamsController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String list(@QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        var own = teams.all().stream()
                .filter(caller.counsels()::contains)
                .map(team -> new TeamsPage.Named(team, teams.name(team)))
                .toList();
        models.put("page", new TeamsPage(own, overview.own(caller), membership.mayFound(caller)));
        models.put("frame", frames.frame(done));
        return "teams.jte";
    }

    @POST
    public String found(
            @FormParam("name") @DefaultValue("") String name, @FormParam("everyone") @Nullable String everyone) {
        Caller caller = visit.caller();
        try {
            return "redirect:/teams/" + membership.found(caller, name, everyone != null) + "?done=team-founded";
        } catch (InvalidInput e) {
            return "redirect:/teams?done=team-" + e.reason();
        }
    }
}
