package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.obhut.platform.Statements;

/** The stored absences, one for each person and team. The deputies' seals follow by {@link Readership}. */
@Dependent
class AbsenceRows {

    record Row(UUID person, UUID team, UUID deputy, Instant from, Instant until) {

        boolean overlaps(Row other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getObject(5, OffsetDateTime.class).toInstant());
        }
    }

    private final Statements statements;

    @Inject
    AbsenceRows(Statements statements) {
        this.statements = statements;
    }

    /** Stores an absence in the place of one that was there for the same person and team. */
    void put(Row absence) {
        String sql = """
                INSERT INTO absence (person_id, team_id, deputy_id, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person_id, team_id) DO UPDATE
                SET deputy_id = excluded.deputy_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at""";
        statements.run(
                sql,
                absence.person(),
                absence.team(),
                absence.deputy(),
                absence.from().atOffset(ZoneOffset.UTC),
                absence.until().atOffset(ZoneOffset.UTC));
    }

    /** False where there is none. */
    boolean remove(UUID person, UUID team) {
        return statements.run("DELETE FROM absence WHERE person_id = ? AND team_id = ?", person, team) == 1;
    }

    /** Those in these teams that are not over, by their beginning. */
    List<Row> in(Collection<UUID> teams, Instant now) {
        return statements.list(
                "SELECT person_id, team_id, deputy_id, starts_at, ends_at FROM absence"
                        + " WHERE team_id = ANY (?) AND ends_at > ? ORDER BY starts_at, person_id",
                Row::of,
                teams,
                now.atOffset(ZoneOffset.UTC));
    }

    void removeEnded(Instant now) {
        statements.run("DELETE FROM absence WHERE ends_at <= ?", now.atOffset(ZoneOffset.UTC));
    }
}
