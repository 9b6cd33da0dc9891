package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.obhut.audit.Act;
import org.obhut.platform.InvalidInput;

/**
 * How a team goes on without someone: its next epoch, in a lead's session. Begun, it is in force; that what was written before is
 * sealed anew takes its time, can be stopped anywhere and is completed by any lead ({@link #complete}).
 */
@ApplicationScoped
public class Succession {

    private static final System.Logger LOG = System.getLogger(Succession.class.getName());

    private final TeamEpochs epochs;
    private final Sessions sessions;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Succession() {
        this(null, null);
    }

    @Inject
    public Succession(TeamEpochs epochs, Sessions sessions) {
        this.epochs = epochs;
        this.sessions = sessions;
    }

    /**
     * A member leaves: the team has new keys, the member none of them, and their sessions end.
     *
     * @throws Refused where the caller does not lead the team
     * @throws InvalidInput where the person is no member, or is the caller
     */
    public void leave(Caller lead, UUID team, UUID person) {
        begin(lead, team, person, Act.MEMBER_LEFT, roster -> {
            requireMember(roster, person);
            return roster.only(member -> !member.person().equals(person));
        });
    }

    /**
     * A lead becomes a member like others: the leads have new keys.
     *
     * @throws Refused where the caller does not lead the team
     * @throws InvalidInput where the person does not lead the team, or is the caller
     */
    public void unsetLead(Caller lead, UUID team, UUID person) {
        begin(lead, team, person, Act.LEAD_UNSET, roster -> {
            Roster.Member member = requireMember(roster, person);
            if (!member.lead()) {
                throw new InvalidInput("person", "not-a-lead");
            }
            String name = roster.name(person);
            return roster.with(name, new Roster.Member(person, member.key(), false));
        });
    }

    /** Gives a team new keys though nobody leaves. @throws Refused where the caller does not lead the team */
    public void renew(Caller lead, UUID team) {
        epochs.pin(lead, team);
        epochs.begin(lead, team, roster -> roster, Act.TEAM_KEYS_RENEWED, team);
        epochs.pin(lead, team);
    }

    private void begin(Caller lead, UUID team, UUID person, Act act, UnaryOperator<Roster> change) {
        // What a stopped one left over.
        epochs.pin(lead, team);
        epochs.begin(lead, team, change, act, person);
        sessions.endOf(person);
        epochs.pin(lead, team);
    }

    private static Roster.Member requireMember(Roster roster, UUID person) {
        return roster.member(person).orElseThrow(() -> new InvalidInput("person", "not-a-member"));
    }

    /**
     * Completes what was begun: pins the new keys and seals to them whatever is still sealed to former ones. Outside any
     * transaction; each batch is one.
     *
     * @param stopped asked before each batch
     * @throws PinMismatch where the keys of now are not those that a lead made
     */
    public void complete(Caller lead, UUID team, BooleanSupplier stopped) {
        epochs.pin(lead, team);
        for (int former : epochs.former(team)) {
            try {
                for (TeamEpochs.Kind kind : TeamEpochs.Kind.values()) {
                    transfer(lead, team, former, kind, stopped);
                }
            } catch (Refused elsewhere) {
                // Somebody who leads since then only; another lead holds these keys.
                LOG.log(System.Logger.Level.INFO, "Epoch {0} of team {1} waits for another lead", former, team);
            }
        }
        epochs.retire(team);
    }

    private void transfer(Caller lead, UUID team, int former, TeamEpochs.Kind kind, BooleanSupplier stopped) {
        Optional<UUID> last = Optional.empty();
        do {
            if (stopped.getAsBoolean()) {
                return;
            }
            last = epochs.transfer(lead, team, former, kind, last.orElse(null));
        } while (last.isPresent());
    }

    /** How many seals are still to be made anew. */
    public long left(UUID team) {
        return epochs.left(team);
    }

    /** Whether {@link #complete} has something to do. */
    public boolean unfinished(UUID team) {
        return !epochs.former(team).isEmpty();
    }
}
