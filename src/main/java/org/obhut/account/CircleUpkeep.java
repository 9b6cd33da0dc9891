package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.platform.Failures;

/** Brings what intake knows of teams up to date whenever somebody signs in who can. */
@ApplicationScoped
public class CircleUpkeep {

    private static final System.Logger LOG = System.getLogger(CircleUpkeep.class.getName());

    private final IntakeCircles circles;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CircleUpkeep() {
        this(null);
    }

    @Inject
    CircleUpkeep(IntakeCircles circles) {
        this.circles = circles;
    }

    void begun(@Observes SessionBegan session) {
        session.caller().counsels().forEach(team -> write(session.caller(), team));
    }

    /** What can't be written must not keep anybody from signing in. */
    public void write(Caller member, UUID team) {
        try {
            circles.write(member, team);
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what intake knows of team {0} stays as it was: {1}",
                    team,
                    Failures.trace(failure));
        }
    }
}
