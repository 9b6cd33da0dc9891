package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.obhut.account.Teams;
import org.obhut.platform.Statements;

/**
 * Tells a team's leads that a client waits too long, once for each time an answer was due. No seal changes: the leads can read
 * each ticket of their team. As answers are due at full hours, they are told once an hour at most. An answer takes it away.
 */
@ApplicationScoped
@Transactional
public class Escalation {

    private record Late(UUID ticket, UUID team, boolean urgent) {

        static Late of(ResultSet row) throws SQLException {
            return new Late(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3));
        }
    }

    private final Statements statements;
    private final Teams teams;
    private final Deadlines deadlines;
    private final Consumer<Escalated> escalated;
    private final Consumer<DeskChanged> changed;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Escalation() {
        this(null, null, null, (Consumer<Escalated>) null, null);
    }

    @Inject
    Escalation(
            Statements statements,
            Teams teams,
            Deadlines deadlines,
            Event<Escalated> escalated,
            Event<DeskChanged> changed) {
        this(statements, teams, deadlines, escalated::fire, changed::fire);
    }

    Escalation(
            Statements statements,
            Teams teams,
            Deadlines deadlines,
            Consumer<Escalated> escalated,
            Consumer<DeskChanged> changed) {
        this.statements = statements;
        this.teams = teams;
        this.deadlines = deadlines;
        this.escalated = escalated;
        this.changed = changed;
    }

    /** Notes what has become too late since it last ran. Returns how many tickets that are. */
    public int run() {
        String sql = """
                UPDATE ticket SET escalated_for = answer_by WHERE id IN (
                    SELECT id FROM ticket
                    WHERE answer_by < ? AND escalated_for IS DISTINCT FROM answer_by AND status = 'OPEN' AND NOT spam
                    FOR NO KEY UPDATE SKIP LOCKED)
                RETURNING id, team_id, urgent""";
        List<Late> late = statements.list(sql, Late::of, deadlines.now().atOffset(ZoneOffset.UTC));
        late.forEach(this::tell);
        return late.size();
    }

    /** Where the team's keys are not the pinned ones nobody is told: that is an alarm of its own. */
    private void tell(Late late) {
        teams.shownReaders(late.team()).ifPresent(readers -> {
            UUID leads = readers.leadsKey().reader();
            escalated.accept(new Escalated(leads, late.urgent()));
            changed.accept(new DeskChanged(late.ticket(), Set.of(leads)));
        });
    }
}
