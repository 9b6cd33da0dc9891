package org.obhut.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
class QuarantineEnd extends FileKind implements ErasureStep {

    private final Seals seals;
    private final Event<DeskChanged> changes;

    @Inject
    QuarantineEnd(Statements statements, Seals seals, Event<DeskChanged> changes) {
        super(statements, Kind.QUARANTINED_MAIL, "quarantine");
        this.seals = seals;
        this.changes = changes;
    }

    @Override
    public void erase(UUID file) {
        if (delete(file)) {
            changes.fire(new DeskChanged(file, Set.copyOf(seals.readers(file))));
        }
    }
}
