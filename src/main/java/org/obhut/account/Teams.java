package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.obhut.account.TeamOverview.KeyState;
import org.obhut.envelope.Fingerprint;
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

    /**
     * Whether the team keeps reading a ticket that is assigned to one of them.
     *
     * @throws Refused where the caller is not a member
     */
    public boolean everyoneReads(Caller caller, UUID team) {
        return find(team).roster(caller.keyring()).everyoneReads();
    }

    /**
     * Readers of a new ticket, for intake: refused where a key's fingerprint is not the one pinned for this mailbox. The pin
     * stays as it is until the running transaction ends.
     *
     * @throws PinMismatch
     */
    public TeamReaders pinnedReaders(String mailbox) {
        String what = "mailbox " + mailbox;
        return checked(what, () -> pins.mailbox(mailbox).orElseThrow(() -> mismatch(what + " has no pinned team")));
    }

    /** The team that a mailbox is pinned to; empty where it is to none. */
    public Optional<UUID> ofMailbox(String mailbox) {
        return pins.mailbox(mailbox).map(Pin::team);
    }

    /**
     * Readers of a ticket that a person opens or moves: keys checked against the pin of the team, which stays as it is until
     * the running transaction ends.
     *
     * @throws PinMismatch
     */
    public TeamReaders readers(UUID team) {
        String what = "team " + team;
        return checked(what, () -> pins.team(team).orElseThrow(() -> mismatch(what + " has no pin")));
    }

    /** As {@link #readers}, to look at only: locks nothing, and is empty where the keys are not the pinned ones. */
    public Optional<TeamReaders> shownReaders(UUID team) {
        return pins.team(team).flatMap(pin -> rows.find(team, pin.epoch())
                .filter(stored -> stored.pin().equals(pin))
                .map(TeamEpoch::readers));
    }

    private TeamReaders checked(String what, Supplier<Pin> pinned) {
        rows.keep(pinned.get().team());
        // Read again: it may have been another until the team's row was held.
        Pin pin = pinned.get();
        rows.keep(pin.team());
        // The pinned epoch, not the current one: a team's next epoch begins when its pin says so.
        TeamEpoch stored =
                rows.find(pin.team(), pin.epoch()).orElseThrow(() -> mismatch(what + ": its team's keys are gone"));
        if (!stored.pin().equals(pin)) {
            throw mismatch(what);
        }
        return stored.readers();
    }

    /**
     * Members of a team by sign-in name, from the roster that the caller's keyring authenticates. A member whose key is not the
     * one they were admitted with is left out, and the alarm is raised.
     *
     * @throws Refused where the caller is not a member
     * @throws RosterRefused where the roster is not authentic
     */
    public Map<String, ReaderKey> roster(Caller caller, UUID team) {
        Roster roster = find(team).roster(caller.keyring());
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
            KeyState state = MemberKeys.state(people, pins, person, member);
            if (person != null && state == KeyState.CONFIRMED) {
                keys.put(name, person.readerKey());
            } else if (state == KeyState.EXCHANGED) {
                alarm("person " + member.person() + " has another key than the one admitted to team " + team);
            }
        });
        return keys;
    }

    /**
     * Everybody whom someone let into a team after comparing keys, by sign-in name: who may be asked to read along. Their keys
     * are checked against the pins, as rosters of other teams are closed to the caller.
     */
    public Map<String, ReaderKey> colleagues() {
        Map<String, ReaderKey> keys = new TreeMap<>();
        for (Person person : people.all()) {
            Optional<Fingerprint> pinned = pins.person(person.id());
            if (pinned.equals(Optional.of(person.key().fingerprint()))) {
                keys.put(person.name(), person.readerKey());
            } else if (pinned.isPresent()) {
                alarm("person " + person.id() + " has another key than the one pinned");
            }
        }
        return keys;
    }

    /** The readers of a team and its leads in every epoch whose keys are not forgotten. */
    public Set<UUID> everyReader(UUID team) {
        return rows.epochs(team).stream()
                .flatMap(epoch -> epoch.readers().both().stream())
                .map(ReaderKey::reader)
                .collect(Collectors.toSet());
    }

    /** The sign-in name of a person. */
    public String personName(UUID person) {
        return people.name(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /** Ids of all teams, by name. */
    public List<UUID> all() {
        return rows.all().stream().map(TeamEpoch::team).toList();
    }

    private static PinMismatch mismatch(String what) {
        alarm("nothing is sealed, the keys are not the pinned ones: " + what);
        return new PinMismatch(what);
    }

    private static void alarm(String what) {
        LOG.log(System.Logger.Level.ERROR, "ALARM: {0}", what);
    }

    private TeamEpoch find(UUID team) {
        return rows.find(team).orElseThrow(() -> new IllegalArgumentException("no team " + team));
    }
}
