package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;

/** What becomes of whom a rule proposes. To accept is to assign: {@link Desk#assign}. */
@ApplicationScoped
@Transactional
public class Proposals {

    private final TicketAccess access;
    private final Tickets tickets;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Proposals() {
        this(null, null, null, null);
    }

    @Inject
    Proposals(TicketAccess access, Tickets tickets, Entries entries, DeskNotice notice) {
        this.access = access;
        this.tickets = tickets;
        this.entries = entries;
        this.notice = notice;
    }

    /**
     * Proposes nobody any more; nothing happens where nobody is proposed. Returns the new version.
     *
     * @throws TicketNotFound where the caller may not read the ticket
     * @throws TicketChanged where it is not of this version
     */
    public long decline(Caller caller, UUID ticket, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            if (open.ticket().proposed() != null) {
                tickets.propose(open.ticket(), null);
                entries.tell(open, new Happening(Happening.What.DECLINED));
                notice.tell(ticket, Set.of());
            }
            return open.ticket().version();
        }
    }
}
