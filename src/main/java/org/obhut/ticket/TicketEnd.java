package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;

/** The end of a ticket: with its row go its timeline, files, drafts, read marks and co-readers. */
@Dependent
class TicketEnd extends FileKind implements ErasureStep {

    private final DeskNotice notice;

    @Inject
    TicketEnd(Statements statements, DeskNotice notice) {
        super(statements, Kind.TICKET, "ticket");
        this.notice = notice;
    }

    @Override
    public void erase(UUID file) {
        if (delete(file)) {
            // The seals, which go last, still say who sees it.
            notice.tell(file);
        }
    }
}
