package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.envelope.EnvelopeException;
import org.obhut.platform.Statements;

/** How much a ticket holds, by number, and by which periods it ends. */
@Dependent
class TicketContents {

    private final Statements statements;
    private final Tickets tickets;
    private final Items items;
    private final Deadlines deadlines;

    @Inject
    TicketContents(Statements statements, Tickets tickets, Items items, Deadlines deadlines) {
        this.statements = statements;
        this.tickets = tickets;
        this.items = items;
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

    /** All of it by kind, before it goes. What does not open any more is counted, and keeps nothing from its end. */
    ErasedContents of(OpenTicket open) {
        Map<String, Long> kinds = items.of(open.ticket()).stream()
                .collect(Collectors.groupingBy(item -> kind(open, item), Collectors.counting()));
        return new ErasedContents(
                kinds.getOrDefault("MESSAGE IN", 0L),
                kinds.getOrDefault("MESSAGE OUT", 0L),
                kinds.getOrDefault("NOTE", 0L),
                kinds.getOrDefault("CALL", 0L),
                kinds.getOrDefault("EVENT", 0L),
                kinds.getOrDefault("", 0L),
                files(open.id()),
                drafts(open.id()));
    }

    private String kind(OpenTicket open, TicketItem item) {
        try {
            ItemBody body = items.body(open.file(), item);
            return body.kind() == TimelineEntry.Kind.MESSAGE
                    ? "MESSAGE " + body.direction()
                    : body.kind().name();
        } catch (EnvelopeException damaged) {
            return "";
        }
    }

    private long count(String sql, UUID ticket) {
        return statements.list(sql, row -> row.getLong(1), ticket).get(0);
    }
}
