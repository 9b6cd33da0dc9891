package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** Where a ticket stands and when it comes up again. */
@Dependent
class Progress {

    private final Summaries summaries;
    private final Entries entries;
    private final Deadlines deadlines;
    private final Counting counting;

    @Inject
    Progress(Summaries summaries, Entries entries, Deadlines deadlines, Counting counting) {
        this.summaries = summaries;
        this.entries = entries;
        this.deadlines = deadlines;
        this.counting = counting;
    }

    void status(OpenTicket open, Status status) {
        Summary summary = summaries.update(open, before -> switch (status) {
            case OPEN -> before;
            case WAITING -> before.answered();
            case CLOSED -> before.closed();
        });
        open.ticket().stand(status, summary.due(deadlines), summary.lastContact(), deadlines.today());
        entries.tell(open, new Happening(Happening.What.of(status)));
        if (status == Status.CLOSED) {
            counting.closed(open);
        }
    }

    /** Moves the ticket among the spam or back, with what was due; nothing happens where it is there already. */
    void spam(OpenTicket open, boolean spam) {
        if (open.ticket().spam() == spam) {
            return;
        }
        if (spam) {
            open.ticket().intoSpam(deadlines.today(), true);
        } else {
            Summary summary = summaries.current(open);
            open.ticket().outOfSpam(summary.due(deadlines), summary.lastContact(), deadlines.today());
        }
        counting.spam(open, spam);
        entries.tell(open, new Happening(spam ? Happening.What.SPAM : Happening.What.NO_SPAM));
    }

    void followUp(OpenTicket open, Optional<LocalDate> day) {
        if (day.filter(wanted -> wanted.isBefore(deadlines.today())).isPresent()) {
            throw new InvalidInput("followUp", "past");
        }
        @Nullable LocalDate wanted = day.orElse(null);
        Summary summary = summaries.update(open, before -> before.followUp(wanted));
        open.ticket().due(summary.due(deadlines));
        entries.tell(
                open,
                wanted == null
                        ? new Happening(Happening.What.FOLLOW_UP_REMOVED)
                        : new Happening(Happening.What.FOLLOW_UP, wanted.toString()));
    }
}
