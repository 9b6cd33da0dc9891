package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.Lookups;
import org.obhut.platform.Statements;
import org.obhut.retention.DatedRows;

/** The end of single entries while their ticket lives. What finds the ticket stays, and does not name the entry any more. */
@Dependent
class OldEntries implements DatedRows {

    private static final int MOST = 5_000;

    private record Old(UUID id, UUID ticket) {}

    private final Statements statements;
    private final Lookups lookups;
    private final DeskNotice notice;

    @Inject
    OldEntries(Statements statements, Lookups lookups, DeskNotice notice) {
        this.statements = statements;
        this.lookups = lookups;
        this.notice = notice;
    }

    @Override
    public void erase(LocalDate day) {
        List<Old> old = statements.list(
                """
                SELECT i.id, i.ticket_id FROM ticket_item i JOIN ticket t ON t.id = i.ticket_id
                    LEFT JOIN retention_policy p ON p.mailbox = t.mailbox
                WHERE i.added_on + coalesce(p.entry, CAST(? AS integer)) <= ? ORDER BY i.added_on LIMIT ?
                FOR UPDATE OF t SKIP LOCKED""",
                row -> new Old(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                RetentionPolicy.USUAL.entry(),
                day,
                MOST);
        List<UUID> items = old.stream().map(Old::id).toList();
        statements.run("DELETE FROM ticket_item WHERE id = ANY (?)", items);
        lookups.forget(items);
        List<UUID> tickets = old.stream().map(Old::ticket).distinct().toList();
        statements.run("UPDATE ticket SET version = version + 1 WHERE id = ANY (?)", tickets);
        tickets.forEach(notice::tell);
    }
}
