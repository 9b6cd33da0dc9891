package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.obhut.account.Caller;

/** Tells in a ticket's timeline that what is in it was given to its client. */
@ApplicationScoped
@Transactional
public class GivenOut {

    private final TicketAccess access;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected GivenOut() {
        this(null, null, null);
    }

    @Inject
    GivenOut(TicketAccess access, Entries entries, DeskNotice notice) {
        this.access = access;
        this.entries = entries;
        this.notice = notice;
    }

    /**
     * @param counts of what was given, by kind
     * @throws TicketNotFound where the caller may not read the ticket
     */
    public void tell(Caller caller, UUID ticket, Map<String, String> counts) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            entries.tell(open, new Happening(Happening.What.DISCLOSED), counts);
            notice.tell(ticket);
        }
    }
}
