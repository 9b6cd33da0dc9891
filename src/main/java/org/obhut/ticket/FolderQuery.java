package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obhut.account.Caller;
import org.obhut.platform.Statements;

/** What a folder holds for a caller, by the columns in clear alone. The right to see a ticket is part of the query. */
@Dependent
class FolderQuery {

    private static final String CALLER = """
            WITH caller AS (
                SELECT CAST(? AS uuid[]) AS readers, CAST(? AS uuid) AS person,
                       CAST(? AS timestamptz) AS day_end, CAST(? AS uuid[]) AS teams,
                       CAST(? AS timestamptz) AS now, CAST(? AS date) AS soon)
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
            case DRAFTS ->
                "EXISTS (SELECT 1 FROM draft d WHERE d.ticket_id = t.id AND d.person_id = caller.person) AND NOT t.spam";
            case CLOSED -> "t.status = 'CLOSED' AND NOT t.spam";
            case SPAM -> "t.spam";
            case ENDING -> "t.erase_on <= caller.soon";
        };
    }

    /** Tickets by last activity, newest first, that come after the rank {@code below} in this order. */
    List<UUID> page(Caller caller, Folder folder, int limit, long below) {
        String sql = CALLER + "SELECT t.id FROM ticket t, caller WHERE " + condition(folder) + " AND " + READABLE
                + " AND t.rank < ? ORDER BY t.rank DESC LIMIT ?";
        return statements.list(sql, row -> row.getObject(1, UUID.class), arguments(caller, below, limit));
    }

    /** How many tickets each folder holds. */
    Map<Folder, Long> counts(Caller caller) {
        String columns = Stream.of(Folder.values())
                .map(folder -> "count(*) FILTER (WHERE " + condition(folder) + ")")
                .collect(Collectors.joining(", "));
        String sql = CALLER + "SELECT " + columns + " FROM ticket t, caller WHERE " + READABLE;
        return statements.list(sql, FolderQuery::counts, arguments(caller)).get(0);
    }

    private static Map<Folder, Long> counts(ResultSet row) throws SQLException {
        Map<Folder, Long> counts = new EnumMap<>(Folder.class);
        for (Folder folder : Folder.values()) {
            counts.put(folder, row.getLong(folder.ordinal() + 1));
        }
        return counts;
    }

    private Object[] arguments(Caller caller, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                caller.keyring().readers(),
                caller.person(),
                deadlines.endOfToday().atOffset(ZoneOffset.UTC),
                caller.counsels(),
                deadlines.now().atOffset(ZoneOffset.UTC),
                deadlines.today().plusDays(DAYS_OF_WARNING)));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }
}
