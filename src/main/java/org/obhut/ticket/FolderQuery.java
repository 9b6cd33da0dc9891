package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.Statements;
import org.obhut.ticket.ListPlace.Placed;

/** What a folder holds for a caller, by the columns in clear alone. The right to see a ticket is part of each query. */
@Dependent
class FolderQuery {

    private static final String CALLER = """
            WITH caller AS (
                SELECT CAST(? AS uuid[]) AS readers, CAST(? AS uuid) AS person,
                       CAST(? AS timestamptz) AS day_end, CAST(? AS uuid[]) AS teams,
                       CAST(? AS timestamptz) AS now, CAST(? AS date) AS soon, CAST(? AS uuid[]) AS leads)
            """;
    private static final String READABLE =
            "EXISTS (SELECT 1 FROM seal s WHERE s.file = t.id AND s.reader = ANY (caller.readers)"
                    + " AND s.during @> caller.now)";
    private static final int DAYS_OF_WARNING = 14;
    private static final String LIVE = "t.status <> 'CLOSED' AND NOT t.spam";

    private final Statements statements;
    private final Deadlines deadlines;

    @Inject
    FolderQuery(Statements statements, Deadlines deadlines) {
        this.statements = statements;
        this.deadlines = deadlines;
    }

    private static String condition(Folder folder) {
        return switch (folder) {
            case NEW -> LIVE + " AND t.assignee_id IS NULL AND t.team_id = ANY (caller.teams)";
            case MINE -> LIVE + " AND t.assignee_id = caller.person";
            case TEAM -> LIVE;
            case WAITING -> "t.status = 'WAITING' AND NOT t.spam";
            case DUE -> LIVE + " AND t.due_at < caller.day_end";
            case URGENT -> "t.urgent AND t.status = 'OPEN' AND NOT t.spam";
            case ESCALATED ->
                "t.status = 'OPEN' AND NOT t.spam AND t.answer_by < caller.now AND t.team_id = ANY (caller.leads)";
            case DRAFTS ->
                "EXISTS (SELECT 1 FROM draft d WHERE d.ticket_id = t.id AND d.person_id = caller.person"
                        + " AND NOT d.discarded) AND NOT t.spam";
            case APPROVAL ->
                "EXISTS (SELECT 1 FROM draft d WHERE d.ticket_id = t.id AND d.for_team = t.team_id"
                        + " AND NOT d.discarded)";
            case CLOSED -> "t.status = 'CLOSED' AND NOT t.spam";
            case SPAM -> "t.spam";
            case ENDING -> "t.erase_on <= caller.soon";
        };
    }

    /** Adds what the filter asks for, and its values to the arguments. */
    private static String condition(Filter filter, List<Object> arguments) {
        StringBuilder sql = new StringBuilder();
        and(sql, " AND t.team_id = ?", filter.team(), arguments);
        and(sql, " AND t.language = ?", filter.language(), arguments);
        and(sql, " AND t.channel = ?", name(filter.channel()), arguments);
        and(sql, " AND t.status = ?", name(filter.status()), arguments);
        if (Filter.NOBODY.equals(filter.assignee())) {
            sql.append(" AND t.assignee_id IS NULL");
        } else {
            and(sql, " AND t.assignee_id = (SELECT id FROM person WHERE name = ?)", filter.assignee(), arguments);
        }
        return sql.toString();
    }

    private static void and(StringBuilder sql, String condition, @Nullable Object value, List<Object> arguments) {
        if (value != null) {
            sql.append(condition);
            arguments.add(value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /**
     * Tickets in the order of the list.
     *
     * @param from only what comes after this place; null for the beginning
     * @param back only what comes before it, the nearest first
     */
    List<Placed> page(Caller caller, Listing listing, int limit, @Nullable ListPlace from, boolean back) {
        List<Object> arguments = arguments(caller);
        Sort sort = listing.sort();
        String sql = CALLER + "SELECT t.id, t.urgent, t.due_at, t.rank FROM ticket t, caller WHERE "
                + condition(listing.folder()) + condition(listing.filter(), arguments) + " AND " + READABLE;
        if (from != null) {
            List<Object> values = from.values(sort);
            arguments.addAll(values);
            sql += " AND (" + sort.columns() + (sort.falls(back) ? ") < (" : ") > (")
                    + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        }
        arguments.add(limit);
        return statements.list(sql + " ORDER BY " + sort.order(back) + " LIMIT ?", Placed::of, arguments.toArray());
    }

    /** How many tickets the list holds. */
    long count(Caller caller, Listing listing) {
        List<Object> arguments = arguments(caller);
        String sql = CALLER + "SELECT count(*) FROM ticket t, caller WHERE " + condition(listing.folder())
                + condition(listing.filter(), arguments) + " AND " + READABLE;
        return statements.list(sql, row -> row.getLong(1), arguments.toArray()).get(0);
    }

    /**
     * How many open tickets somebody has not read in which something has happened.
     *
     * @param rank after this place in the order of activity
     * @param day arrived on this day or later; null for any
     */
    long arrived(Caller caller, long rank, @Nullable LocalDate day) {
        List<Object> arguments = arguments(caller);
        arguments.add(rank);
        StringBuilder sql = new StringBuilder(CALLER).append("""
                SELECT count(*) FROM ticket t, caller WHERE t.status = 'OPEN' AND NOT t.spam AND t.rank > ?
                AND NOT EXISTS (SELECT 1 FROM read_mark r
                    WHERE r.ticket_id = t.id AND r.person_id = caller.person AND r.seen >= t.version) AND\s""").append(READABLE);
        and(sql, " AND t.arrived_on >= ?", day, arguments);
        return statements
                .list(sql.toString(), row -> row.getLong(1), arguments.toArray())
                .get(0);
    }

    /** How many tickets each folder holds. */
    Map<Folder, Long> counts(Caller caller) {
        String columns = Stream.of(Folder.values())
                .map(folder -> "count(*) FILTER (WHERE " + condition(folder) + ")")
                .collect(Collectors.joining(", "));
        String sql = CALLER + "SELECT " + columns + " FROM ticket t, caller WHERE " + READABLE;
        return statements
                .list(sql, FolderQuery::counts, arguments(caller).toArray())
                .get(0);
    }

    private static Map<Folder, Long> counts(ResultSet row) throws SQLException {
        Map<Folder, Long> counts = new EnumMap<>(Folder.class);
        for (Folder folder : Folder.values()) {
            counts.put(folder, row.getLong(folder.ordinal() + 1));
        }
        return counts;
    }

    private List<Object> arguments(Caller caller) {
        return new ArrayList<>(List.of(
                caller.keyring().readers(),
                caller.person(),
                deadlines.endOfToday().atOffset(ZoneOffset.UTC),
                caller.counsels(),
                deadlines.now().atOffset(ZoneOffset.UTC),
                deadlines.today().plusDays(DAYS_OF_WARNING),
                caller.leads()));
    }
}
