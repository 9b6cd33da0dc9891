package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;

/**
 * Who is to read a ticket, and the one way in which its seals come to agree with that: the leads; the team while nobody is
 * responsible, or always by its rule; else the one who is; co-readers until their time; deputies during an absence.
 */
@Dependent
class Readership {

    /** Compares who is to read, from the clear columns, with the seals there are. */
    private static final String DEVIATIONS = """
            WITH p AS (
                SELECT CAST(? AS uuid) AS team, CAST(? AS uuid) AS ticket, CAST(? AS uuid) AS team_reader,
                    CAST(? AS uuid) AS leads_reader, CAST(? AS boolean) AS everyone, CAST(? AS uuid[]) AS known,
                    CAST(? AS timestamptz) AS now),
            scope AS (
                SELECT t.id, t.assignee_id AS assignee FROM ticket t, p
                WHERE t.team_id = p.team AND (p.ticket IS NULL OR t.id = p.ticket)),
            granted AS (
                SELECT scope.id AS file, p.leads_reader AS reader, CAST('{(,)}' AS tstzmultirange) AS during
                FROM scope, p
                UNION ALL
                SELECT scope.id, p.team_reader, '{(,)}' FROM scope, p
                WHERE scope.assignee IS NULL OR coalesce(p.everyone,
                    EXISTS (SELECT 1 FROM seal WHERE seal.file = scope.id AND seal.reader = p.team_reader))
                UNION ALL
                SELECT scope.id, scope.assignee, '{(,)}' FROM scope, p WHERE scope.assignee = ANY (p.known)
                UNION ALL
                SELECT scope.id, c.person_id, tstzmultirange(tstzrange(NULL, c.ends_at))
                FROM p, scope JOIN co_reader c ON c.ticket_id = scope.id
                WHERE c.person_id = ANY (p.known) AND c.ends_at > p.now
                UNION ALL
                SELECT scope.id, a.deputy_id, tstzmultirange(tstzrange(a.starts_at, a.ends_at))
                FROM p, scope JOIN absence a ON a.person_id = scope.assignee
                WHERE a.team_id = p.team AND a.deputy_id = ANY (p.known) AND a.ends_at > p.now),
            wanted AS (SELECT file, reader, range_agg(during) AS during FROM granted GROUP BY file, reader),
            actual AS (
                SELECT seal.file, seal.reader, seal.during FROM p, scope JOIN seal ON seal.file = scope.id
                WHERE upper_inf(seal.during) OR upper(seal.during) > p.now)
            """;

    private static final String COMPARED =
            " FROM wanted FULL JOIN actual USING (file, reader) WHERE wanted.during IS DISTINCT FROM actual.during";

    /** @param during null where the reader is to read no more */
    private record Deviation(UUID reader, @Nullable String during, boolean sealed) {

        static Deviation of(ResultSet row) throws SQLException {
            return new Deviation(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
        }
    }

    private final Teams teams;
    private final Seals seals;
    private final Sealer sealer;
    private final Statements statements;
    private final Deadlines deadlines;

    @Inject
    Readership(Teams teams, Seals seals, Sealer sealer, Statements statements, Deadlines deadlines) {
        this.teams = teams;
        this.seals = seals;
        this.sealer = sealer;
        this.statements = statements;
        this.deadlines = deadlines;
    }

    Circle circle(OpenTicket open) {
        return Circle.of(teams, open.caller(), open.ticket().team());
    }

    /** Seals a locked ticket to those who are to read it, and ends the seals of all others. Returns who could read it before. */
    Set<UUID> seal(OpenTicket open, Circle circle) {
        seals.keepInPlace();
        Set<UUID> before = new HashSet<>(seals.readers(open.id()));
        Map<UUID, ReaderKey> keys = circle.keys();
        String sql = DEVIATIONS + "SELECT reader, CAST(wanted.during AS text), actual.during IS NOT NULL" + COMPARED;
        for (Deviation each : statements.list(sql, Deviation::of, arguments(circle, open.id()))) {
            if (each.during() == null) {
                seals.remove(open.id(), each.reader());
            } else if (each.sealed()) {
                seals.change(open.id(), each.reader(), each.during());
            } else {
                seals.put(sealer.seal(open.root(), open.id(), keys.get(each.reader())), each.during());
            }
        }
        return before;
    }

    /** Tickets of the team whose seals are not yet as they are to be, at most so many. */
    List<UUID> deviating(Circle circle, int limit) {
        String sql = DEVIATIONS + "SELECT DISTINCT file" + COMPARED + " LIMIT " + limit;
        return statements.list(sql, row -> row.getObject(1, UUID.class), arguments(circle, null));
    }

    /** How many tickets of the team have seals that are not yet as they are to be. */
    long deviations(Circle circle) {
        String sql = DEVIATIONS + "SELECT count(DISTINCT file)" + COMPARED;
        return statements
                .list(sql, row -> row.getLong(1), arguments(circle, null))
                .get(0);
    }

    private @Nullable Object[] arguments(Circle circle, @Nullable UUID ticket) {
        return new @Nullable Object[] {
            circle.team(),
            ticket,
            circle.readers().teamKey().reader(),
            circle.readers().leadsKey().reader(),
            circle.everyoneReads(),
            circle.keys().keySet(),
            deadlines.now().atOffset(ZoneOffset.UTC)
        };
    }
}
