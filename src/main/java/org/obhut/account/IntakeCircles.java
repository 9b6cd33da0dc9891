package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.CircleCode;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Pins;
import org.obhut.envelope.ReaderKey;
import org.obhut.platform.Statements;

/**
 * To whom of a team intake may seal. Members write it, whose keyring authenticates the roster: whenever one signs in, and whenever
 * one changes the team. It counts as long as the team's keys are those of then, so that whoever left is no longer in it.
 */
@ApplicationScoped
public class IntakeCircles {

    /** @param members by id: keys that are those of the list, of now, and pinned; nobody who may not sign in */
    public record Circle(boolean everyoneReads, Map<UUID, ReaderKey> members) {}

    private record Stored(byte[] members, byte[] code) {}

    private final Statements statements;
    private final TeamRows teams;
    private final People people;
    private final Pins pins;
    private final CircleCode code;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected IntakeCircles() {
        this(null, null, null, null, null);
    }

    @Inject
    public IntakeCircles(Statements statements, TeamRows teams, People people, Pins pins, CircleCode code) {
        this.statements = statements;
        this.teams = teams;
        this.people = people;
        this.pins = pins;
        this.code = code;
    }

    /**
     * Writes down who belongs to a team now.
     *
     * @throws Refused where the caller is not a member
     * @throws RosterRefused where the roster is not authentic
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void write(Caller member, UUID team) {
        // Whoever changes the team at this moment writes it down themselves.
        statements.run("SET LOCAL lock_timeout = '2s'");
        TeamEpoch stored = teams.find(team).orElseThrow(() -> new Refused("member of the team"));
        Roster roster = stored.roster(member.keyring());
        Map<UUID, Fingerprint> members = new HashMap<>();
        roster.members().values().forEach(each -> members.put(each.person(), each.key()));
        byte[] list = new TrustedCircle(team, roster.epoch(), roster.everyoneReads(), members).encoded();
        if (find(team).filter(old -> Arrays.equals(old.members(), list)).isPresent()) {
            return;
        }
        String sql = """
                INSERT INTO team_circle (team, members, code) VALUES (?, ?, ?)
                ON CONFLICT (team) DO UPDATE SET members = excluded.members, code = excluded.code""";
        statements.run(sql, team, list, code.of(list));
    }

    /** Needs no keyring. Empty where nothing is written, or it is not authentic, or of other keys of the team than the pinned ones. */
    public Optional<Circle> of(UUID team) {
        return find(team)
                .filter(stored -> code.authentic(stored.members(), stored.code()))
                .map(stored -> TrustedCircle.of(stored.members()))
                .filter(circle -> circle.team().equals(team))
                .filter(circle -> pins.team(team)
                        .filter(pin -> pin.epoch() == circle.epoch())
                        .isPresent())
                .map(circle -> new Circle(circle.everyoneReads(), keys(circle)));
    }

    private Map<UUID, ReaderKey> keys(TrustedCircle circle) {
        Map<UUID, ReaderKey> keys = new HashMap<>();
        for (Person person : people.byIds(List.copyOf(circle.members().keySet()))) {
            Fingerprint now = person.key().fingerprint();
            boolean pinned = pins.person(person.id()).filter(now::equals).isPresent();
            if (pinned && now.equals(circle.members().get(person.id())) && !people.blocked(person.id())) {
                keys.put(person.id(), person.readerKey());
            }
        }
        return keys;
    }

    private Optional<Stored> find(UUID team) {
        return statements
                .list(
                        "SELECT members, code FROM team_circle WHERE team = ?",
                        row -> new Stored(row.getBytes(1), row.getBytes(2)),
                        team)
                .stream()
                .findFirst();
    }
}
