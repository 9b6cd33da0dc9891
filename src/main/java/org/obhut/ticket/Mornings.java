package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.SessionEnded;
import org.obhut.account.Teams;
import org.obhut.platform.Statements;

/** What waits for somebody who arrives: their own day, what came while they were away, and how much lies with whom in their teams. */
@ApplicationScoped
@Transactional
public class Mornings {

    private static final int FIRST_FEW = 5;

    private final Desk desk;
    private final FolderQuery query;
    private final Teams teams;
    private final Statements statements;
    private final Deadlines deadlines;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Mornings() {
        this(null, null, null, null, null);
    }

    @Inject
    Mornings(Desk desk, FolderQuery query, Teams teams, Statements statements, Deadlines deadlines) {
        this.desk = desk;
        this.query = query;
        this.teams = teams;
        this.statements = statements;
        this.deadlines = deadlines;
    }

    /** @throws Refused where the caller is in no team */
    public Morning of(Caller caller) {
        Listing own = ownDue(caller);
        Optional<Long> left = left(caller.person());
        return new Morning(
                desk.counts(caller),
                desk.list(caller, own, FIRST_FEW, null, null).items(),
                desk.count(caller, own),
                query.arrived(caller, left.orElse(0L), left.isPresent() ? null : deadlines.today()),
                left.isPresent(),
                load(caller));
    }

    /** What the caller is responsible for and is due by the end of today. */
    public static Listing ownDue(Caller caller) {
        return new Listing(Folder.DUE, new Filter(null, caller.name(), null, null, null), Sort.DUE);
    }

    /** Live tickets by team and by who is responsible: what every member sees in their team, without a word of any. */
    private List<TeamLoad> load(Caller caller) {
        String sql = """
                SELECT t.team_id, t.assignee_id, count(*), count(*) FILTER (WHERE t.due_at < CAST(? AS timestamptz)),
                    EXISTS (SELECT 1 FROM absence a WHERE a.person_id = t.assignee_id AND a.team_id = t.team_id
                        AND a.starts_at <= CAST(? AS timestamptz) AND a.ends_at > CAST(? AS timestamptz))
                FROM ticket t WHERE t.status <> 'CLOSED' AND NOT t.spam AND t.team_id = ANY (?)
                GROUP BY t.team_id, t.assignee_id ORDER BY t.team_id, count(*) DESC""";
        Object now = deadlines.now().atOffset(ZoneOffset.UTC);
        return statements.list(
                sql,
                row -> {
                    UUID team = row.getObject(1, UUID.class);
                    UUID person = row.getObject(2, UUID.class);
                    return new TeamLoad(
                            team,
                            teams.name(team),
                            person == null ? null : teams.personName(person),
                            row.getLong(3),
                            row.getLong(4),
                            row.getBoolean(5));
                },
                deadlines.endOfToday().atOffset(ZoneOffset.UTC),
                now,
                now,
                caller.counsels());
    }

    /** The place in the order of activity at which somebody was last here. */
    private Optional<Long> left(UUID person) {
        return statements
                .list("SELECT rank FROM last_visit WHERE person_id = ?", row -> row.getLong(1), person)
                .stream()
                .findFirst();
    }

    /** Remembers when somebody left as a place in the order of tickets: no time stands anywhere. */
    void ended(@Observes SessionEnded ended) {
        // While the server stops, the database may have stopped already.
        if (ended.caller().counsellor() && ended.reason() != SessionEnded.Reason.SHUTDOWN) {
            statements.run("""
                    INSERT INTO last_visit (person_id, rank) SELECT ?, last_value FROM ticket_rank
                    ON CONFLICT (person_id) DO UPDATE SET rank = excluded.rank""", ended.caller().person());
        }
    }
}
