package org.obhut.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;
import org.obhut.ticket.DeskChanged;

/** The end of a mail in quarantine: its row and its segments. */
@Dependent
class QuarantineEnd implements FileKind, ErasureStep {

    private final Statements statements;
    private final Seals seals;
    private final Event<DeskChanged> changes;

    @Inject
    QuarantineEnd(Statements statements, Seals seals, Event<DeskChanged> changes) {
        this.statements = statements;
        this.seals = seals;
        this.changes = changes;
    }

    @Override
    public Kind kind() {
        return Kind.QUARANTINED_MAIL;
    }

    @Override
    public List<UUID> due(LocalDate day, Collection<UUID> except, int most) {
        return statements.list(
                "SELECT id FROM quarantine WHERE erase_on <= ? AND id <> ALL (?) ORDER BY erase_on LIMIT ?",
                row -> row.getObject(1, UUID.class),
                day,
                except,
                most);
    }

    @Override
    public boolean takeDue(UUID file, LocalDate day) {
        return !statements
                .list(
                        "SELECT 1 FROM quarantine WHERE id = ? AND erase_on <= ? FOR UPDATE SKIP LOCKED",
                        row -> true,
                        file,
                        day)
                .isEmpty();
    }

    @Override
    public boolean take(UUID file) {
        return !statements
                .list("SELECT 1 FROM quarantine WHERE id = ? FOR UPDATE", row -> true, file)
                .isEmpty();
    }

    @Override
    public Set<UUID> all() {
        return new HashSet<>(statements.list("SELECT id FROM quarantine", row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void erase(UUID file) {
        if (statements.run("DELETE FROM quarantine WHERE id = ?", file) == 1) {
            changes.fire(new DeskChanged(file, Set.copyOf(seals.readers(file))));
        }
    }
}
