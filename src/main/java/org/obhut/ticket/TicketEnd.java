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
    private final UnclosedCases unclosed;

    @Inject
    TicketEnd(Statements statements, DeskNotice notice, UnclosedCases unclosed) {
        super(statements, Kind.TICKET, "ticket");
        this.notice = notice;
        this.unclosed = unclosed;
    }

    @Override
    public void erase(UUID file) {
        unclosed.count(file);
        if (delete(file)) {
            // The seals, which go last, still say who sees it.
            notice.tell(file);
        }
    }
}
