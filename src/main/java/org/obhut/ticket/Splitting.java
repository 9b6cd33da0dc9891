package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/**
 * Makes two tickets of one, and is the way back from {@link Merging}: the boundary for console and API. Whoever can read a ticket may
 * do so; all others get {@link TicketNotFound}.
 */
@ApplicationScoped
@Transactional
public class Splitting {

    private static final int LONGEST_SUBJECT = 200;

    private final TicketAccess access;
    private final Splitter splitter;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Splitting() {
        this(null, null, null);
    }

    @Inject
    Splitting(TicketAccess access, Splitter splitter, DeskNotice notice) {
        this.access = access;
        this.splitter = splitter;
        this.notice = notice;
    }

    /**
     * Brings entries into a new ticket, whose id is returned. Later answers to them go there, and all else goes on where it was.
     *
     * @param entries messages, notes and calls of the ticket, at least one and not all
     * @param subject of the new ticket, at most 200 characters
     * @throws TicketChanged where it is not of this version
     * @throws InvalidInput where the entries or the subject do not fit
     * @throws org.obhut.retention.FileHeld where a mail of what goes is being sent just now
     */
    public UUID split(Caller caller, UUID ticket, List<UUID> entries, String subject, long version) {
        String title = subject.strip();
        if (title.length() > LONGEST_SUBJECT) {
            throw new InvalidInput("subject", "too-long");
        }
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            UUID begun = splitter.split(open, Set.copyOf(entries), title);
            notice.tell(ticket);
            notice.tell(begun);
            return begun;
        }
    }
}
