package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.RecoveryRows.Recovered;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Seals;

/** Whether a team can be recovered, who has the shares, and what was done with them; computed from seals and pins. */
@ApplicationScoped
public class RecoveryOverview {

    /** How a team stands. */
    public enum State {
        /** It has no shares: should its leads lose their passphrases, nobody opens it again. */
        NONE,
        READY,
        /** Two shares have been typed in since they were made. */
        USED,
        /** The key in the database is not the pinned one, or does not open the team's keys of now: an alarm. */
        BROKEN
    }

    /** @param made null where there are no shares @param holders who has them, in their order */
    public record Standing(
            State state, int number, @Nullable LocalDate made, List<String> holders, List<Event> recoveries) {}

    /** A recovery. @param lead the name of who was admitted @param by of who typed the shares */
    public record Event(UUID id, UUID team, String lead, String by, LocalDate on) {}

    private final TeamRows teams;
    private final RecoveryRows rows;
    private final PinnedRecovery pinned;
    private final Seals seals;
    private final People people;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected RecoveryOverview() {
        this(null, null, null, null, null);
    }

    @Inject
    public RecoveryOverview(TeamRows teams, RecoveryRows rows, PinnedRecovery pinned, Seals seals, People people) {
        this.teams = teams;
        this.rows = rows;
        this.pinned = pinned;
        this.seals = seals;
        this.people = people;
    }

    /** @throws Refused where the caller is not a member */
    public Standing of(Caller member, UUID team) {
        TeamEpoch current = teams.find(team).orElseThrow(() -> new Refused("member of the team"));
        current.teamRoot(member.keyring());
        Optional<RecoveryKey> key = rows.find(team);
        List<Event> events = rows.of(team).stream().map(this::event).toList();
        return new Standing(
                state(current, key),
                key.map(RecoveryKey::number).orElse(0),
                key.map(RecoveryKey::madeOn).orElse(null),
                key.map(RecoveryKey::holders).orElse(List.of()),
                events);
    }

    private State state(TeamEpoch current, Optional<RecoveryKey> key) {
        return switch (pinned.state(current.team())) {
            case NONE -> State.NONE;
            case EXCHANGED -> State.BROKEN;
            case PINNED ->
                !sealed(current, key.orElseThrow().key())
                        ? State.BROKEN
                        : key.orElseThrow().used() ? State.USED : State.READY;
        };
    }

    private boolean sealed(TeamEpoch current, ReaderKey key) {
        return current.readers().both().stream()
                .allMatch(root -> seals.readers(root.reader()).contains(key.reader()));
    }

    /**
     * Who could be admitted by two shares: everybody but administrators, the caller first.
     *
     * @throws Refused where the caller administers the system
     */
    public List<TeamOverview.Pending> candidates(Caller caller) {
        if (caller.has(Role.ADMINISTRATOR)) {
            throw new Refused("recovers a team: administrators open no content");
        }
        return people.all().stream()
                .filter(person -> !person.roles().contains(Role.ADMINISTRATOR))
                .sorted(Comparator.comparing(person -> !person.id().equals(caller.person())))
                .map(person -> new TeamOverview.Pending(
                        person.id(), person.name(), person.key().fingerprint().hex()))
                .toList();
    }

    /** Recoveries of which the caller has not said yet that they know of them. */
    public List<Event> untold(Caller caller) {
        return rows.untold(caller.person()).stream().map(this::event).toList();
    }

    /** The caller knows of a recovery. */
    @Transactional
    public void told(Caller caller, UUID recovered) {
        rows.told(recovered, caller.person());
    }

    private Event event(Recovered recovered) {
        return new Event(
                recovered.id(), recovered.team(), name(recovered.lead()), name(recovered.by()), recovered.on());
    }

    private String name(UUID person) {
        return people.name(person).orElse("–");
    }
}
