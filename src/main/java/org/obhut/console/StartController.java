package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obhut.account.Caller;
import org.obhut.account.KeyAlarms;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.account.Teams;
import org.obhut.call.CallDrafts;
import org.obhut.mailbox.Quarantine;
import org.obhut.ticket.Mornings;

/** Where people arrive: counsellors at what waits for them, all others at what their role will find here. */
@Path("/start")
@Controller
@RequestScoped
public class StartController {

    private final RecoveryOverview recovery;
    private final KeyAlarms alarms;
    private final Teams teams;
    private final FirstSteps steps;
    private final Mornings mornings;
    private final Quarantine quarantine;
    private final CallDrafts calls;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public StartController(
            RecoveryOverview recovery,
            KeyAlarms alarms,
            Teams teams,
            FirstSteps steps,
            Mornings mornings,
            Quarantine quarantine,
            CallDrafts calls,
            Visit visit,
            Frames frames,
            Models models) {
        this.recovery = recovery;
        this.alarms = alarms;
        this.teams = teams;
        this.steps = steps;
        this.mornings = mornings;
        this.quarantine = quarantine;
        this.calls = calls;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected StartController() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @GET
    public String start() {
        Caller caller = visit.caller();
        models.put("page", page(caller));
        models.put("frame", frames.frame(null));
        return "start.jte";
    }

    /** What waits, read anew; does not prolong the session. */
    @GET
    @Path("live")
    public String live() {
        Caller caller = visit.watcher();
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        models.put("page", page(caller));
        models.put("frame", frames.frame("/start", null));
        return "today.jte";
    }

    private StartPage page(Caller caller) {
        List<String> roles = roles(caller);
        boolean counsels = roles.isEmpty() || caller.has(Role.LEAD);
        return new StartPage(
                roles,
                caller.counsellor(),
                counsels && !caller.counsellor(),
                steps.of(caller),
                recovered(caller),
                alarms.of(caller),
                caller.counsellor() ? mornings.of(caller) : null,
                caller.counsellor() ? calls.all(caller) : List.of(),
                caller.leads().isEmpty() ? null : quarantine.count(caller));
    }

    private List<StartPage.Recovered> recovered(Caller caller) {
        return recovery.untold(caller).stream()
                .map(event -> new StartPage.Recovered(
                        event.id(), teams.name(event.team()), event.lead(), event.by(), event.on()))
                .toList();
    }

    private static List<String> roles(Caller caller) {
        List<String> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (caller.has(role)) {
                roles.add(role.name().toLowerCase(Locale.ROOT));
            }
        }
        return roles;
    }
}
