package org.obhut.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.obhut.platform.Statements;

/** Whose turn it was, team by team. Part of the caller's transaction, which has {@link #alone} for the team. */
@ApplicationScoped
public class Turns {

    /** @param since from which day on the person takes part @param turn in the order of the team's turns */
    public record Turn(UUID person, LocalDate since, long turn) {

        static Turn of(ResultSet row) throws SQLException {
            return new Turn(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getLong(3));
        }
    }

    private static final long NUMBER = 0x6f62_7475_726e_7300L;

    private final Statements statements;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Turns() {
        this(null);
    }

    @Inject
    public Turns(Statements statements) {
        this.statements = statements;
    }

    /** Two mails at once follow each other until the transaction ends: the second sees whose turn the first made it. */
    public void alone(UUID team) {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, team.getMostSignificantBits() ^ NUMBER);
    }

    /** The turns of these people. Who is new comes after all others. */
    public Map<UUID, Turn> of(UUID team, Collection<UUID> people, LocalDate today) {
        String insert = """
                INSERT INTO allocation_turn (team, person, since, turn)
                SELECT ?, person, ?, (SELECT coalesce(max(turn), 0) FROM allocation_turn WHERE team = ?) FROM unnest(?) AS person
                ON CONFLICT DO NOTHING""";
        statements.run(insert, team, today, team, List.copyOf(people));
        Map<UUID, Turn> turns = new HashMap<>();
        statements
                .list(
                        "SELECT person, since, turn FROM allocation_turn WHERE team = ? AND person = ANY (?)",
                        Turn::of,
                        team,
                        List.copyOf(people))
                .forEach(turn -> turns.put(turn.person(), turn));
        return turns;
    }

    /** Whoever is away takes part from the day on which they are back. */
    public void back(UUID team, UUID person, LocalDate day) {
        statements.run(
                "UPDATE allocation_turn SET since = ? WHERE team = ? AND person = ? AND since < ?",
                day,
                team,
                person,
                day);
    }

    /** It was their turn. */
    public void taken(UUID team, UUID person) {
        String sql = """
                UPDATE allocation_turn SET turn = (SELECT max(turn) + 1 FROM allocation_turn WHERE team = ?)
                WHERE team = ? AND person = ?""";
        statements.run(sql, team, team, person);
    }
}
