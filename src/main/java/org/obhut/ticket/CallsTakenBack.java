package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.retention.Erasure;
import org.obhut.retention.Kind;

/** Taking a call back that was logged by mistake: out of the ticket it was added to, or with the ticket that began with it. */
@ApplicationScoped
@Transactional
public class CallsTakenBack {

    private final TicketAccess access;
    private final Summaries summaries;
    private final Items items;
    private final Entries entries;
    private final TicketContents contents;
    private final UnclosedCases unclosed;
    private final Erasure erasure;
    private final Deadlines deadlines;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallsTakenBack() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    CallsTakenBack(
            TicketAccess access,
            Summaries summaries,
            Items items,
            Entries entries,
            TicketContents contents,
            UnclosedCases unclosed,
            Erasure erasure,
            Deadlines deadlines,
            DeskNotice notice) {
        this.access = access;
        this.summaries = summaries;
        this.items = items;
        this.entries = entries;
        this.contents = contents;
        this.unclosed = unclosed;
        this.erasure = erasure;
        this.deadlines = deadlines;
        this.notice = notice;
    }

    /** What a ticket is now, before a call is added in the same transaction. @throws TicketNotFound where the caller may not read it */
    public BeforeCall before(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            return BeforeCall.of(open.ticket(), summaries.current(open));
        }
    }

    /** The version of a ticket that the caller may read. */
    public long version(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return open.ticket().version();
        }
    }

    /**
     * Takes the call, and what was told of it after it, out of the ticket, which is then as it was before.
     *
     * @param version that the ticket had with the call
     * @throws TicketNotFound where the caller may not read the ticket, or it is gone
     * @throws TicketChanged where something has been added or changed since
     */
    public void remove(Caller caller, UUID ticket, UUID call, BeforeCall before, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            items.removeFrom(open.ticket(), call);
            Summary summary = summaries.update(open, called -> called.uncalled(before));
            open.ticket()
                    .stand(
                            before.status(),
                            summary.due(deadlines),
                            summary.lastContact(),
                            before.closedOn() == null ? deadlines.today() : before.closedOn());
            open.ticket().language(before.language());
            entries.changed(open);
            notice.tell(ticket);
        }
    }

    /**
     * Erases the ticket that began with the call; it is no case. On a thread without a transaction.
     *
     * @param also done in the transaction that erases it
     * @throws TicketNotFound where the caller may not read the ticket, or it is gone
     * @throws TicketChanged where something has been added or changed since, or somebody is writing in it
     * @throws org.obhut.retention.FileHeld where a mail of it is on its way out
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void erase(Caller caller, UUID ticket, long version, Runnable also) {
        boolean erased = erasure.now(Kind.TICKET, ticket, () -> {
            untouched(caller, ticket, version);
            unclosed.leaveOut(ticket);
            also.run();
        });
        if (!erased) {
            throw new TicketNotFound();
        }
    }

    private void untouched(Caller caller, UUID ticket, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            if (contents.drafts(ticket) > 0) {
                throw new TicketChanged(version);
            }
        }
    }
}
