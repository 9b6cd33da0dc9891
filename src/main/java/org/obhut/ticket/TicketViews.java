package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Teams;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.SendingTerms;

/** Puts together what a reader sees of a whole ticket, and leaves it settled and read. */
@Dependent
class TicketViews {

    private final Items items;
    private final Summaries summaries;
    private final TicketRows rows;
    private final Timeline timeline;
    private final Drafts drafts;
    private final Approvals approvals;
    private final Assignment assignment;
    private final TicketReaders readers;
    private final TicketAccess access;
    private final MergedTickets merged;
    private final LinkedTickets linked;
    private final ReadMarks readMarks;
    private final Settlement settlement;
    private final SendingMailboxes mailboxes;
    private final Outbox outbox;
    private final ErasureRequests erasures;
    private final SpokenCodes codes;
    private final Teams teams;

    @Inject
    TicketViews(
            Items items,
            Summaries summaries,
            TicketRows rows,
            Timeline timeline,
            Drafts drafts,
            Approvals approvals,
            Assignment assignment,
            TicketReaders readers,
            TicketAccess access,
            MergedTickets merged,
            LinkedTickets linked,
            ReadMarks readMarks,
            Settlement settlement,
            SendingMailboxes mailboxes,
            Outbox outbox,
            ErasureRequests erasures,
            SpokenCodes codes,
            Teams teams) {
        this.items = items;
        this.summaries = summaries;
        this.rows = rows;
        this.timeline = timeline;
        this.drafts = drafts;
        this.approvals = approvals;
        this.assignment = assignment;
        this.readers = readers;
        this.access = access;
        this.merged = merged;
        this.linked = linked;
        this.readMarks = readMarks;
        this.settlement = settlement;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.erasures = erasures;
        this.codes = codes;
        this.teams = teams;
    }

    TicketView of(OpenTicket open) {
        List<TicketItem> stored = items.of(open.ticket());
        settlement.settle(open, stored);
        Summary summary = linked.swept(open, summaries.current(open));
        TicketView view = new TicketView(
                rows.row(open.ticket(), summary, false),
                summary.particulars(),
                summary.client(),
                summary.replyTo(),
                summary.replyTo() != null && summary.contact().unconfirmed(),
                summary.contact().replaced(),
                terms(open.ticket()),
                mailboxes.of(Set.of(open.ticket().team())),
                summary.callback(),
                codes.of(open.id(), open.file()).orElse(null),
                summary.followUp(),
                readable(open, summary.mayBelongTo()),
                linked.of(open, summary),
                drafts.of(open),
                approvals.of(open),
                assignment.candidates(open),
                readers.of(open),
                erasures.of(open.id())
                        .map(ErasureRequests.Request::person)
                        .map(teams::personName)
                        .orElse(null),
                open.caller().leadOf(open.ticket().team()),
                timeline.of(open, stored));
        readMarks.seen(open.person(), open.id(), open.ticket().version());
        return view;
    }

    private @Nullable SendingTerms terms(Ticket ticket) {
        return ticket.mailbox()
                .map(mailbox -> outbox.terms(mailbox, ticket.language()))
                .orElse(null);
    }

    /** One message alone, which leaves no mark. @throws TicketNotFound where the ticket has no such message */
    TimelineEntry message(OpenTicket open, UUID message) {
        return items.find(open.ticket(), message)
                .map(item -> timeline.entry(open, item))
                .filter(entry -> entry.kind() == TimelineEntry.Kind.MESSAGE)
                .orElseThrow(TicketNotFound::new);
    }

    private @Nullable UUID readable(OpenTicket open, @Nullable UUID other) {
        if (other == null) {
            return null;
        }
        UUID now = merged.now(other);
        return !now.equals(open.id()) && access.mayRead(open.caller(), now) ? now : null;
    }
}
