package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the links of a ticket lead: to what has become of the others, and to nothing where they are erased. */
@Dependent
class LinkedTickets {

    private final Tickets tickets;
    private final Summaries summaries;
    private final TicketAccess access;
    private final MergedTickets merged;

    @Inject
    LinkedTickets(Tickets tickets, Summaries summaries, TicketAccess access, MergedTickets merged) {
        this.tickets = tickets;
        this.summaries = summaries;
        this.access = access;
        this.merged = merged;
    }

    /** Those that the reader may read, too; of the others not a word. */
    List<LinkedTicket> of(OpenTicket open, Summary summary) {
        return summary.links().others().stream()
                .flatMap(other -> readable(open, other).stream())
                .toList();
    }

    private Optional<LinkedTicket> readable(OpenTicket open, UUID other) {
        if (!access.mayRead(open.caller(), other)) {
            return Optional.empty();
        }
        try (OpenTicket read = access.forReading(open.caller(), other)) {
            return Optional.of(new LinkedTicket(
                    other, summaries.current(read).subject(), read.ticket().status()));
        }
    }

    /** The summary without links to what is gone; it is stored so unless somebody else is changing the ticket. */
    Summary swept(OpenTicket open, Summary summary) {
        Links links = living(open.id(), summary.links());
        if (links.equals(summary.links())) {
            return summary;
        }
        if (tickets.lockIfFree(open.ticket())) {
            return summaries.update(open, before -> before.related(before.mayBelongTo(), links));
        }
        return summary.related(summary.mayBelongTo(), links);
    }

    /** Links as they lead today. */
    Links living(UUID ticket, Links links) {
        Links living = Links.NONE;
        for (UUID other : links.others()) {
            UUID now = merged.now(other);
            if (!now.equals(ticket) && tickets.find(now).isPresent()) {
                living = living.with(now);
            }
        }
        return living;
    }
}
