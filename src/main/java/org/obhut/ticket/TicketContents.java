package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.obhut.platform.Statements;

/** How much a ticket holds, by number, and by which periods it ends. */
@Dependent
class TicketContents {

    private final Statements statements;
    private final Tickets tickets;
    private final Deadlines deadlines;

    @Inject
    TicketContents(Statements statements, Tickets tickets, Deadlines deadlines) {
        this.statements = statements;
        this.tickets = tickets;
        this.deadlines = deadlines;
    }

    RetentionPolicy policy(Ticket ticket) {
        return tickets.policy(ticket.mailbox());
    }

    /** The last day on which a ticket can be let end. */
    LocalDate latest() {
        return deadlines.today().plusDays(RetentionPolicy.LONGEST);
    }

    long entries(UUID ticket) {
        return count("SELECT count(*) FROM ticket_item WHERE ticket_id = ?", ticket);
    }

    long files(UUID ticket) {
        return count("SELECT count(DISTINCT attachment_id) FROM attachment_segment WHERE ticket_id = ?", ticket);
    }

    /** Of anybody. */
    long drafts(UUID ticket) {
        return count("SELECT count(*) FROM draft WHERE ticket_id = ?", ticket);
    }

    private long count(String sql, UUID ticket) {
        return statements.list(sql, row -> row.getLong(1), ticket).get(0);
    }
}
