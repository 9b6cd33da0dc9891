package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Happening.What;

/**
 * Points the readers of two tickets to each other: the boundary for console and API. The link stands sealed in both and in no column
 * in clear. Whoever can read both may set it, whoever can read either may end it; to all others the methods answer {@link
 * TicketNotFound}.
 */
@ApplicationScoped
@Transactional
public class Linking {

    private final TicketAccess access;
    private final Tickets tickets;
    private final LinkedTickets linked;
    private final Summaries summaries;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Linking() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Linking(
            TicketAccess access,
            Tickets tickets,
            LinkedTickets linked,
            Summaries summaries,
            Entries entries,
            DeskNotice notice) {
        this.access = access;
        this.tickets = tickets;
        this.linked = linked;
        this.summaries = summaries;
        this.entries = entries;
        this.notice = notice;
    }

    /** Links two tickets. Nothing happens where they are linked. @throws InvalidInput where they are one, or one has 20 links already */
    public void link(Caller caller, UUID ticket, UUID other) {
        if (ticket.equals(other)) {
            throw new InvalidInput("other", "same-ticket");
        }
        tickets.lockBoth(ticket, other);
        try (OpenTicket one = access.forChange(caller, ticket);
                OpenTicket two = access.forChange(caller, other)) {
            if (!linked.living(ticket, summaries.current(one).links()).others().contains(other)) {
                link(one, two);
                link(two, one);
            }
        }
    }

    private void link(OpenTicket open, OpenTicket other) {
        Links links = linked.living(open.id(), summaries.current(open).links());
        if (links.others().size() >= Links.MOST) {
            throw new InvalidInput("other", "too-many");
        }
        change(open, links.with(other.id()), new Happening(What.LINKED, TicketNumber.of(other.id())));
    }

    /**
     * Ends a link, in the other ticket only where the caller may read that, too: there it ends by itself once somebody follows it who
     * may. Nothing happens where they are not linked.
     */
    public void unlink(Caller caller, UUID ticket, UUID other) {
        boolean both = !ticket.equals(other)
                && access.mayRead(caller, other)
                && tickets.find(other).isPresent();
        if (both) {
            tickets.lockBoth(ticket, other);
        }
        unlinkOne(caller, ticket, other);
        if (both) {
            unlinkOne(caller, other, ticket);
        }
    }

    private void unlinkOne(Caller caller, UUID ticket, UUID other) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            Links links = linked.living(ticket, summaries.current(open).links());
            if (links.others().contains(other)) {
                change(open, links.without(other), new Happening(What.UNLINKED, TicketNumber.of(other)));
            }
        }
    }

    private void change(OpenTicket open, Links links, Happening event) {
        UnaryOperator<Summary> change = before -> before.related(before.mayBelongTo(), links);
        summaries.update(open, change);
        entries.tell(open, event);
        notice.tell(open.id());
    }
}
