package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.obhut.account.Caller;

/** Noting in a ticket's timeline which place its client was referred to, or that there is none. */
@ApplicationScoped
@Transactional
public class Referring {

    private final TicketAccess access;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Referring() {
        this(null, null, null);
    }

    @Inject
    Referring(TicketAccess access, Entries entries, DeskNotice notice) {
        this.access = access;
        this.entries = entries;
        this.notice = notice;
    }

    /** @param place its name */
    public void refer(Caller caller, UUID ticket, String place) {
        tell(caller, ticket, new Happening(Happening.What.REFERRED, Texts.subject("place", place)));
    }

    /** No place could be found for what is needed. */
    public void notFound(Caller caller, UUID ticket) {
        tell(caller, ticket, new Happening(Happening.What.NO_PLACE_FOUND));
    }

    private void tell(Caller caller, UUID ticket, Happening event) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            entries.tell(open, event);
            notice.tell(ticket);
        }
    }
}
