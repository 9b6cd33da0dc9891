package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Pins;
import org.obhut.envelope.ReaderKey;

/** The recovery keys that may be sealed to: those of which the key store has the fingerprint, too. */
@Dependent
class PinnedRecovery {

    private static final System.Logger LOG = System.getLogger(PinnedRecovery.class.getName());

    private final RecoveryRows rows;
    private final Pins pins;

    @Inject
    PinnedRecovery(RecoveryRows rows, Pins pins) {
        this.rows = rows;
        this.pins = pins;
    }

    /** How the database's recovery key of a team stands to the pin. */
    enum State {
        NONE,
        PINNED,
        /** The pin is of another key, or only one of the two is there. */
        EXCHANGED
    }

    State state(UUID team) {
        Optional<ReaderKey> stored = rows.find(team).map(RecoveryKey::key);
        Optional<Fingerprint> pinned = pins.recovery(team);
        if (stored.isEmpty() && pinned.isEmpty()) {
            return State.NONE;
        }
        return stored.map(key -> key.key().fingerprint()).equals(pinned) ? State.PINNED : State.EXCHANGED;
    }

    /** The key to seal a team's roots to. Where it is exchanged nothing is sealed to it, the alarm is raised, and the team goes on. */
    Optional<ReaderKey> key(UUID team) {
        return switch (state(team)) {
            case NONE -> Optional.empty();
            case PINNED -> rows.find(team).map(RecoveryKey::key);
            case EXCHANGED -> {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "ALARM: the recovery key of team {0} is not the pinned one, nothing is sealed to it",
                        team);
                yield Optional.empty();
            }
        };
    }
}
