package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;

/** The end of a ticket: with its row go its timeline, files, drafts, read marks and co-readers. */
@Dependent
class TicketEnd implements FileKind, ErasureStep {

    private final Statements statements;
    private final DeskNotice notice;

    @Inject
    TicketEnd(Statements statements, DeskNotice notice) {
        this.statements = statements;
        this.notice = notice;
    }

    @Override
    public Kind kind() {
        return Kind.TICKET;
    }

    @Override
    public List<UUID> due(LocalDate day, Collection<UUID> except, int most) {
        return statements.list(
                "SELECT id FROM ticket WHERE erase_on <= ? AND id <> ALL (?) ORDER BY erase_on LIMIT ?",
                row -> row.getObject(1, UUID.class),
                day,
                except,
                most);
    }

    @Override
    public boolean takeDue(UUID file, LocalDate day) {
        return !statements
                .list(
                        "SELECT 1 FROM ticket WHERE id = ? AND erase_on <= ? FOR UPDATE SKIP LOCKED",
                        row -> true,
                        file,
                        day)
                .isEmpty();
    }

    @Override
    public boolean take(UUID file) {
        return !statements
                .list("SELECT 1 FROM ticket WHERE id = ? FOR UPDATE", row -> true, file)
                .isEmpty();
    }

    @Override
    public Set<UUID> all() {
        return new HashSet<>(statements.list("SELECT id FROM ticket", row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void erase(UUID file) {
        if (statements.run("DELETE FROM ticket WHERE id = ?", file) == 1) {
            // The seals, which go last, still say who sees it.
            notice.tell(file);
        }
    }
}
