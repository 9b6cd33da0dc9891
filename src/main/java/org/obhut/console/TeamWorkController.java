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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.allocation.Mode;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.TeamRules;
import org.obhut.allocation.WorkProfiles;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.WorkingHours;

/** How a team divides its work: until when clients have an answer, and who gives it. Members see it, leads set it. */
@Path("/teams/{team}/work")
@Controller
@RequestScoped
public class TeamWorkController {

    private static final int WRONG = 422;

    private final TeamRules rules;
    private final WorkProfiles profiles;
    private final Teams teams;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TeamWorkController(
            TeamRules rules,
            WorkProfiles profiles,
            Teams teams,
            CodeLists lists,
            Visit visit,
            Frames frames,
            Models models) {
        this.rules = rules;
        this.profiles = profiles;
        this.teams = teams;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamWorkController() {
        this(null, null, null, null, null, null, null);
    }

    @GET
    public String show(@PathParam("team") UUID team, @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        refuseOthers(caller.counsels().contains(team), "member of the team");
        show(caller, team, null, "", done);
        return "team-work.jte";
    }

    @POST
    public Response rule(
            @PathParam("team") UUID team,
            @FormParam("allocation") @DefaultValue("off") String allocation,
            @FormParam("answerHours") @DefaultValue("") String answerHours,
            @FormParam("warnHours") @DefaultValue("") String warnHours,
            @FormParam("hours") @DefaultValue("") String hours) {
        Caller caller = visit.caller();
        refuseOthers(caller.leadOf(team), "lead of the team");
        var typed = new TeamWorkPage.Typed(BackToTicket.named(Mode.class, allocation), answerHours, warnHours, hours);
        try {
            rules.set(caller, team, rule(typed));
            return done(team);
        } catch (InvalidInput e) {
            show(caller, team, typed, e.field(), null);
            return Response.status(WRONG).entity("team-work.jte").build();
        }
    }

    @POST
    @Path("members")
    public Response member(
            @PathParam("team") UUID team,
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("language") List<String> languages,
            @FormParam("day") List<String> days,
            @FormParam("topic") List<String> topics) {
        Caller caller = visit.caller();
        refuseOthers(caller.leadOf(team), "lead of the team");
        try {
            profiles.set(caller, team, person, WorkWords.typed(lists, languages, days, topics));
            return done(team);
        } catch (InvalidInput e) {
            show(caller, team, null, e.field() + "-" + person, null);
            return Response.status(WRONG).entity("team-work.jte").build();
        }
    }

    private static void refuseOthers(boolean permitted, String right) {
        if (!permitted) {
            throw new Refused(right);
        }
    }

    private static Response done(UUID team) {
        return Response.seeOther(URI.create("/teams/" + team + "/work?done=work"))
                .build();
    }

    private static TeamRule rule(TeamWorkPage.Typed typed) {
        return new TeamRule(
                typed.allocation(), number(typed.answerHours()), number(typed.warnHours()), hours(typed.hours()));
    }

    /** What is no number is out of every range. */
    private static int number(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static WorkingHours hours(String text) {
        try {
            return WorkingHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("hours", "no-hours");
        }
    }

    private void show(
            Caller caller, UUID team, TeamWorkPage.@Nullable Typed typed, String wrong, @Nullable String done) {
        TeamRule rule = rules.of(team);
        Frame frame = frames.frame("/teams/" + team + "/work", done);
        models.put(
                "page",
                new TeamWorkPage(
                        team,
                        teams.name(team),
                        caller.leadOf(team),
                        rule,
                        typed == null ? TeamWorkPage.Typed.of(rule, frame) : typed,
                        wrong,
                        profiles.ofTeam(caller, team)));
        models.put("frame", frame);
    }
}
