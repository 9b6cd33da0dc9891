package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/**
 * Asks the seals who opens what: a person by a seal of their own, or by one to a team's or its leads' key that is sealed to them. A
 * seal counts for as long as it holds. No role, roster or assignment is asked.
 */
@Dependent
class ReaderQuery {

    /** For each reader whose root a person has, the person. */
    private static final String HOLDERS = """
            WITH holder AS (
                SELECT id AS reader, id AS person FROM person
                UNION
                SELECT seal.file, seal.reader FROM seal JOIN person ON person.id = seal.reader
                WHERE seal.during @> CAST(? AS timestamptz) AND seal.file IN (
                    SELECT team_reader FROM team_epoch UNION SELECT leads_reader FROM team_epoch))\s""";

    private final Statements statements;
    private final Clock clock;

    @Inject
    ReaderQuery(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** @param person who opens so many tickets, or quarantined mails, of a team */
    record Count(UUID team, @Nullable UUID person, long files) {}

    /** @param person who has the key of a team's members or of its leads, in the epoch of now */
    record KeyHolder(UUID team, UUID person, boolean leads) {}

    /** @param persons all who open it */
    record Opened(UUID ticket, UUID team, long rank, Set<UUID> persons) {}

    List<KeyHolder> keyHolders() {
        String sql = """
                SELECT team.id, holder.person, holder.reader = e.leads_reader
                FROM team JOIN team_epoch e ON e.team = team.id AND e.epoch = team.epoch
                JOIN holder ON holder.reader IN (e.team_reader, e.leads_reader)""";
        return statements.list(
                HOLDERS + sql,
                row -> new KeyHolder(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)),
                now());
    }

    /** How many tickets of each team each person opens. */
    List<Count> tickets() {
        return counts("ticket");
    }

    /** How many quarantined mails of each team each person opens. */
    List<Count> quarantined() {
        return counts("quarantine");
    }

    private List<Count> counts(String table) {
        String sql = "SELECT file.team_id, holder.person, count(DISTINCT file.id) FROM " + table + """
                 file JOIN seal ON seal.file = file.id AND seal.during @> CAST(? AS timestamptz)
                JOIN holder ON holder.reader = seal.reader GROUP BY file.team_id, holder.person""";
        return statements.list(HOLDERS + sql, ReaderQuery::count, now(), now());
    }

    /** How many tickets each team has; the person says nothing. */
    List<Count> all(String table) {
        return statements.list(
                "SELECT team_id, NULL, count(*) FROM " + table + " GROUP BY team_id", ReaderQuery::count);
    }

    /**
     * The next tickets of some teams, the latest first, with all who open them.
     *
     * @param readers only what one of these opens; null for all
     */
    List<Opened> page(Collection<UUID> teams, @Nullable Collection<UUID> readers, long before, int limit) {
        String sql = """
                SELECT ticket.id, ticket.team_id, ticket.rank, array_agg(DISTINCT holder.person) FROM (
                    SELECT id, team_id, rank FROM ticket WHERE team_id = ANY (?) AND rank < ?
                        AND (? OR EXISTS (SELECT 1 FROM seal WHERE file = ticket.id AND reader = ANY (?)
                            AND during @> CAST(? AS timestamptz)))
                    ORDER BY rank DESC LIMIT ?) ticket
                LEFT JOIN seal ON seal.file = ticket.id AND seal.during @> CAST(? AS timestamptz)
                LEFT JOIN holder ON holder.reader = seal.reader
                GROUP BY ticket.id, ticket.team_id, ticket.rank ORDER BY ticket.rank DESC""";
        return statements.list(
                HOLDERS + sql,
                row -> new Opened(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        persons(row.getArray(4))),
                now(),
                teams,
                before,
                readers == null,
                readers == null ? List.of() : readers,
                now(),
                limit,
                now());
    }

    private static Set<UUID> persons(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
