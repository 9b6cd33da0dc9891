package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Consumer;
import org.obhut.account.Caller;
import org.obhut.account.CircleUpkeep;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Resealing;

/** Carries out what somebody wants of a team, and leads back to the team's page, which says what became of it. */
@RequestScoped
public class TeamWishes {

    private final Visit visit;
    private final Resealing resealing;
    private final CircleUpkeep circles;

    @Inject
    public TeamWishes(Visit visit, Resealing resealing, CircleUpkeep circles) {
        this.visit = visit;
        this.resealing = resealing;
        this.circles = circles;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamWishes() {
        this(null, null, null);
    }

    /**
     * Who does not belong to the team learns nothing of what is wrong with their wish.
     *
     * @param done ending of the text that says it was done
     * @throws Refused where the visitor does not belong to the team
     */
    String carryOut(UUID team, String done, Consumer<Caller> wish) {
        Caller caller = visit.caller();
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
        try {
            wish.accept(caller);
            circles.write(caller, team);
            return back(team, done);
        } catch (InvalidInput e) {
            return back(team, "team-" + e.reason());
        } catch (DateTimeException e) {
            return back(team, "team-not-a-day");
        }
    }

    /** The same for what changes who may read: where a lead wanted it, tickets are sealed anew at once. */
    String carryOutAndReseal(UUID team, String done, Consumer<Caller> wish) {
        return carryOut(team, done, caller -> {
            wish.accept(caller);
            if (caller.leadOf(team)) {
                resealing.start(caller, team);
            }
        });
    }

    static String back(UUID team, String done) {
        return "redirect:/teams/" + team + "?done=" + done;
    }
}
