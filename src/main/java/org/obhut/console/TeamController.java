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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Leadership;
import org.obhut.account.Membership;
import org.obhut.account.Pinning;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.Succession;
import org.obhut.account.TeamOverview;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Absences;
import org.obhut.ticket.Resealing;

/** Teams, for those who belong to them: who is in, who is let in, who leaves, and whose mail it is. */
@Path("/teams")
@Controller
@RequestScoped
public class TeamController {

    private final TeamOverview overview;
    private final Teams teams;
    private final Membership membership;
    private final Leadership leadership;
    private final Succession succession;
    private final Pinning pinning;
    private final Absences absences;
    private final RecoveryOverview recovery;
    private final Resealing resealing;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TeamController(
            TeamOverview overview,
            Teams teams,
            Membership membership,
            Leadership leadership,
            Succession succession,
            Pinning pinning,
            Absences absences,
            RecoveryOverview recovery,
            Resealing resealing,
            Visit visit,
            Frames frames,
            Models models) {
        this.overview = overview;
        this.teams = teams;
        this.membership = membership;
        this.leadership = leadership;
        this.succession = succession;
        this.pinning = pinning;
        this.absences = absences;
        this.recovery = recovery;
        this.resealing = resealing;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamController() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
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

    @GET
    @Path("{team}")
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
                        lead ? resealing.progress(caller, team) : null));
        models.put("frame", frames.frame(done));
        return "team.jte";
    }

    /** The fingerprint is the one that stood on the page: a key that was exchanged since is refused. */
    @POST
    @Path("{team}/members")
    public String admit(
            @PathParam("team") UUID team,
            @FormParam("person") UUID person,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("compared") @Nullable String compared,
            @FormParam("lead") @Nullable String lead) {
        Caller caller = visit.caller();
        if (compared == null) {
            return back(team, "not-compared");
        }
        return done(team, "admitted", () -> {
            membership.admit(caller, team, person, key, lead != null);
            // A member who was let in again is to read again what is assigned to them.
            resume(caller, team);
        });
    }

    @POST
    @Path("{team}/leave")
    public String leave(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        Caller caller = visit.caller();
        return done(team, "left", () -> {
            succession.leave(caller, team, person);
            resume(caller, team);
        });
    }

    @POST
    @Path("{team}/lead")
    public String setLead(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        Caller caller = visit.caller();
        return done(team, "lead-set", () -> leadership.setLead(caller, team, person));
    }

    @POST
    @Path("{team}/unset-lead")
    public String unsetLead(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        Caller caller = visit.caller();
        return done(team, "lead-unset", () -> {
            succession.unsetLead(caller, team, person);
            resume(caller, team);
        });
    }

    @POST
    @Path("{team}/renew")
    public String renew(@PathParam("team") UUID team) {
        Caller caller = visit.caller();
        return done(team, "renewed", () -> {
            succession.renew(caller, team);
            resume(caller, team);
        });
    }

    @POST
    @Path("{team}/rule")
    public String rule(@PathParam("team") UUID team, @FormParam("everyone") boolean everyone) {
        Caller caller = visit.caller();
        return done(team, "rule-set", () -> {
            leadership.rule(caller, team, everyone);
            resume(caller, team);
        });
    }

    @POST
    @Path("{team}/mailboxes")
    public String pin(@PathParam("team") UUID team, @FormParam("address") @DefaultValue("") String address) {
        Caller caller = visit.caller();
        String mailbox = address.strip();
        if (!mailbox.matches("[^\\s@]+@[^\\s@]+")) {
            return back(team, "not-an-address");
        }
        return done(team, "pinned", () -> pinning.pin(caller, mailbox, team));
    }

    @POST
    @Path("{team}/absences")
    public String away(
            @PathParam("team") UUID team,
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("deputy") @DefaultValue("") String deputy,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("to") @DefaultValue("") String to) {
        Caller caller = visit.caller();
        return done(
                team,
                "absence-set",
                () -> absences.set(caller, team, person, deputy, LocalDate.parse(from), LocalDate.parse(to)));
    }

    @POST
    @Path("{team}/absences/end")
    public String here(@PathParam("team") UUID team, @FormParam("person") @DefaultValue("") String person) {
        Caller caller = visit.caller();
        return done(team, "absence-ended", () -> absences.end(caller, team, person));
    }

    private void resume(Caller caller, UUID team) {
        if (caller.leadOf(team)) {
            resealing.start(caller, team);
        }
    }

    private static String done(UUID team, String done, Runnable wish) {
        try {
            wish.run();
            return back(team, done);
        } catch (InvalidInput e) {
            return back(team, "team-" + e.reason());
        } catch (DateTimeException e) {
            return back(team, "team-not-a-day");
        }
    }

    private static String back(UUID team, String done) {
        return "redirect:/teams/" + team + "?done=" + done;
    }
}
