package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obhut.envelope.Pin;
import org.obhut.envelope.Pins;
import org.obhut.envelope.ReaderKey;

/**
 * Teams, their members and the keys that may be sealed to. A team and its leads are two readers with ids of their own, new in
 * each epoch of the team; they are never the team's id.
 */
@ApplicationScoped
public class Teams {

    private static final System.Logger LOG = System.getLogger(Teams.class.getName());

    private final TeamRows rows;
    private final People people;
    private final Pins pins;

    /** Names never change, and every row of a list asks for one. */
    private final Map<UUID, String> names = new ConcurrentHashMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Teams() {
        this.rows = null;
        this.people = null;
        this.pins = null;
    }

    @Inject
    public Teams(TeamRows rows, People people, Pins pins) {
        this.rows = rows;
        this.people = people;
        this.pins = pins;
    }

    /** A team's name. */
    public String name(UUID team) {
        return names.computeIfAbsent(team, id -> find(id).name());
    }

    public Optional<UUID> byName(String name) {
        return rows.all().stream()
                .filter(team -> team.name().equals(name))
                .map(TeamEpoch::team)
                .findFirst();
    }

    /** Whether the team keeps reading a ticket that is assigned to one of them. */
    public boolean everyoneReads(UUID team) {
        return find(team).everyoneReads();
    }

    /** Readers of a new ticket, for intake: refused where a key's fingerprint is not the one pinned for this mailbox. @throws PinMismatch */
    public TeamReaders pinnedReaders(String mailbox) {
        Pin pin = pins.mailbox(mailbox).orElseThrow(() -> mismatch("mailbox " + mailbox + " has no pinned team"));
        return checked(pin, "mailbox " + mailbox);
    }

    /** Readers of a new ticket that a member opens: keys checked against the pins of the team. @throws PinMismatch */
    public TeamReaders readers(UUID team) {
        Pin pin = pins.team(team).orElseThrow(() -> mismatch("team " + team + " has no pin"));
        return checked(pin, "team " + team);
    }

    /**
     * Members of a team by sign-in name, from the roster that the caller's keyring authenticates. A member whose key is not the
     * one they were admitted with is left out, and the alarm is raised.
     *
     * @throws Refused where the caller is not a member
     * @throws RosterRefused where the roster is not authentic
     */
    public Map<String, ReaderKey> roster(Caller caller, UUID team) {
        TeamEpoch stored = find(team);
        UUID reader = stored.teamKey().reader();
        if (!caller.keyring().readers().contains(reader)) {
            throw new Refused("member of the team");
        }
        Roster roster = Roster.of(stored, caller.keyring().root(reader));
        Map<UUID, Person> persons =
                people
                        .byIds(roster.members().values().stream()
                                .map(Roster.Member::person)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        Map<String, ReaderKey> keys = new TreeMap<>();
        roster.members().forEach((name, member) -> {
            Person person = persons.get(member.person());
            if (person != null && person.key().fingerprint().equals(member.key())) {
                keys.put(name, person.readerKey());
            } else {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "ALARM: person {0} has another key than the one admitted to team {1}",
                        member.person(),
                        team);
            }
        });
        return keys;
    }

    /** The sign-in name of a person. */
    public String personName(UUID person) {
        return people.name(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /** Ids of all teams, by name. */
    public List<UUID> all() {
        return rows.all().stream().map(TeamEpoch::team).toList();
    }

    private TeamReaders checked(Pin pin, String what) {
        TeamEpoch stored = rows.find(pin.team()).orElseThrow(() -> mismatch(what + ": its team is gone"));
        if (!stored.pin().equals(pin)) {
            throw mismatch(what);
        }
        return stored.readers();
    }

    private static PinMismatch mismatch(String what) {
        LOG.log(System.Logger.Level.ERROR, "ALARM: nothing is sealed, the keys are not the pinned ones: {0}", what);
        return new PinMismatch(what);
    }

    private TeamEpoch find(UUID team) {
        return rows.find(team).orElseThrow(() -> new IllegalArgumentException("no team " + team));
    }
}
