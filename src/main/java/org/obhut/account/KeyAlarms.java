package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Pin;
import org.obhut.envelope.Pins;
import org.obhut.envelope.Seals;

/**
 * Where the database has other public keys than those that were compared and pinned. Each place that seals refuses such a key by
 * itself; here all of them are looked for, so that people hear of it before somebody tries.
 */
@ApplicationScoped
public class KeyAlarms {

    /** What was found. */
    public enum Kind {
        TEAM_KEY,
        LEADS_KEY,
        PERSON_KEY,
        RECOVERY_KEY,
        /** A mailbox is pinned to other keys than its team, or to a team that is gone. */
        MAILBOX,
        /** Who administers the system holds a team's key. */
        ADMINISTRATOR
    }

    /** @param name of the team, person or mailbox @param team null where it is about no team in particular */
    public record Alarm(Kind kind, String name, @Nullable UUID team) {}

    private final TeamRows rows;
    private final People people;
    private final PinnedRecovery recovery;
    private final Seals seals;
    private final Pins pins;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected KeyAlarms() {
        this(null, null, null, null, null);
    }

    @Inject
    public KeyAlarms(TeamRows rows, People people, PinnedRecovery recovery, Seals seals, Pins pins) {
        this.rows = rows;
        this.people = people;
        this.recovery = recovery;
        this.seals = seals;
        this.pins = pins;
    }

    /** All alarms for an administrator; for a lead those of their teams and of people. */
    public List<Alarm> of(Caller caller) {
        boolean all = caller.has(Role.ADMINISTRATOR);
        if (!all && caller.leads().isEmpty()) {
            return List.of();
        }
        return all().stream()
                .filter(alarm ->
                        all || alarm.team() == null || caller.counsels().contains(alarm.team()))
                .toList();
    }

    List<Alarm> all() {
        List<Alarm> alarms = new ArrayList<>();
        for (TeamEpoch current : rows.all()) {
            team(current, alarms);
        }
        for (Person person : people.all()) {
            Optional<Fingerprint> pinned = pins.person(person.id());
            if (pinned.isPresent() && !pinned.get().equals(person.key().fingerprint())) {
                alarms.add(new Alarm(Kind.PERSON_KEY, person.name(), null));
            }
        }
        return List.copyOf(alarms);
    }

    private void team(TeamEpoch current, List<Alarm> alarms) {
        UUID team = current.team();
        Optional<Pin> pinned = pins.team(team);
        Optional<Pin> stored =
                pinned.flatMap(pin -> rows.find(team, pin.epoch())).map(TeamEpoch::pin);
        if (pinned.isEmpty()
                || stored.isEmpty()
                || !stored.get().teamKey().equals(pinned.get().teamKey())) {
            alarms.add(new Alarm(Kind.TEAM_KEY, current.name(), team));
        }
        if (pinned.isPresent()
                && stored.isPresent()
                && !stored.get().leadsKey().equals(pinned.get().leadsKey())) {
            alarms.add(new Alarm(Kind.LEADS_KEY, current.name(), team));
        }
        if (recovery.state(team) == PinnedRecovery.State.EXCHANGED) {
            alarms.add(new Alarm(Kind.RECOVERY_KEY, current.name(), team));
        }
        for (String mailbox : pins.mailboxes(team)) {
            if (!pins.mailbox(mailbox).equals(pinned)) {
                alarms.add(new Alarm(Kind.MAILBOX, mailbox, team));
            }
        }
        seals.readers(current.teamKey().reader()).stream()
                .flatMap(reader -> people.byId(reader).stream())
                .filter(person -> person.roles().contains(Role.ADMINISTRATOR))
                .forEach(person -> alarms.add(new Alarm(Kind.ADMINISTRATOR, person.name(), team)));
    }
}
