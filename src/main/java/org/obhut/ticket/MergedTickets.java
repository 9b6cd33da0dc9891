package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.ErasedFiles;
import org.obhut.platform.Statements;
import org.obhut.retention.DatedRows;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileSuperseded;

/**
 * Which tickets have become part of others. They end with these and not before: a copy of the database from before the merging has
 * what they held in them, and must not bring it back once it is erased here.
 */
@Dependent
class MergedTickets implements ErasureStep, DatedRows {

    private final Statements statements;
    private final ErasedFiles erased;
    private final Event<FileSuperseded> ended;

    @Inject
    MergedTickets(Statements statements, ErasedFiles erased, Event<FileSuperseded> ended) {
        this.statements = statements;
        this.erased = erased;
        this.ended = ended;
    }

    /** Notes that a ticket has become part of another, and all that were part of it with it. */
    void add(UUID ticket, UUID into) {
        statements.run("UPDATE merged_ticket SET ticket_id = ? WHERE ticket_id = ?", into, ticket);
        statements.run("INSERT INTO merged_ticket (id, ticket_id) VALUES (?, ?)", ticket, into);
    }

    /** The ticket that has become of one: itself where it was never merged. */
    UUID now(UUID ticket) {
        return statements
                .list("SELECT ticket_id FROM merged_ticket WHERE id = ?", row -> row.getObject(1, UUID.class), ticket)
                .stream()
                .findFirst()
                .orElse(ticket);
    }

    /** Once the erasure is committed, these are noted with it. */
    @Override
    public void erase(UUID file) {
        statements
                .list("SELECT id FROM merged_ticket WHERE ticket_id = ?", row -> row.getObject(1, UUID.class), file)
                .forEach(id -> ended.fire(new FileSuperseded(id)));
    }

    /** Notes what a crash between commit and note has left over, and forgets what is noted. */
    @Override
    public void erase(LocalDate day) {
        List<UUID> gone = statements.list(
                "SELECT id FROM merged_ticket m WHERE NOT EXISTS (SELECT 1 FROM ticket WHERE id = m.ticket_id)",
                row -> row.getObject(1, UUID.class));
        for (UUID id : gone) {
            if (!erased.contains(id)) {
                erased.note(id);
            }
            statements.run("DELETE FROM merged_ticket WHERE id = ?", id);
        }
    }
}
