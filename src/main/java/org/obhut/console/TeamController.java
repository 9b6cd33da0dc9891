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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Leadership;
import org.obhut.account.Pinning;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.Succession;
import org.obhut.account.TeamOverview;
import org.obhut.ticket.Absences;
import org.obhut.ticket.Keeping;
import org.obhut.ticket.Resealing;
import org.obhut.ticket.SecondReading;

/** A team, for those who belong to it: who reads what, whose mail it is, and its keys. */
@Path("/teams/{team}")
@Controller
@RequestScoped
public class TeamController {

    private final TeamOverview overview;
    private final Leadership leadership;
    private final Succession succession;
    private final Pinning pinning;
    private final Absences absences;
    private final RecoveryOverview recovery;
    private final Resealing resealing;
    private final TeamWishes wishes;
    private final Keeping keeping;
    private final SecondReading reading;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TeamController(
            TeamOverview overview,
            Leadership leadership,
            Succession succession,
            Pinning pinning,
            Absences absences,
            RecoveryOverview recovery,
            Resealing resealing,
            TeamWishes wishes,
            Keeping keeping,
            SecondReading reading,
            Visit visit,
            Frames frames,
            Models models) {
        this.overview = overview;
        this.leadership = leadership;
        this.succession = succession;
        this.pinning = pinning;
        this.absences = absences;
        this.recovery = recovery;
        this.resealing = resealing;
        this.wishes = wishes;
        this.keeping = keeping;
        this.reading = reading;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamController() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @GET
    public String show(@PathParam("team") UUID team, @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        boolean lead = caller.leadOf(team);
        var standing = overview.of(caller, team);
        var away = absences.list(caller).stream()
                .filter(absence -> absence.team().equals(team))
                .toList();
        models.put(
                "page",
                new TeamPage(
                        standing,
                        lead,
                        caller.name(),
                        away,
                        recovery.of(caller, team),
                        keeping.needsTwo(team),
                        reading.rule(caller, team),
                        lead ? resealing.progress(caller, team) : null));
        models.put("frame", frames.frame(done));
        return "team.jte";
    }

    @POST
    @Path("renew")
    public String renew(@PathParam("team") UUID team) {
        return wishes.carryOutAndReseal(team, "renewed", caller -> succession.renew(caller, team));
    }

    @POST
    @Path("rule")
    public String rule(@PathParam("team") UUID team, @FormParam("everyone") boolean everyone) {
        return wishes.carryOutAndReseal(team, "rule-set", caller -> leadership.rule(caller, team, everyone));
    }

    @POST
    @Path("second-reader")
    public String secondReader(@PathParam("team") UUID team, @FormParam("everyone") boolean everyone) {
        return wishes.carryOut(team, "second-reader", caller -> reading.everyone(caller, team, everyone));
    }

    @POST
    @Path("trainee")
    public String trainee(
            @PathParam("team") UUID team, @FormParam("person") UUID person, @FormParam("learning") boolean learning) {
        return wishes.carryOut(team, "second-reader", caller -> reading.trainee(caller, team, person, learning));
    }

    @POST
    @Path("mailboxes")
    public String pin(@PathParam("team") UUID team, @FormParam("address") @DefaultValue("") String address) {
        return wishes.carryOut(team, "pinned", caller -> pinning.pin(caller, address.strip(), team));
    }
}
