package org.obhut.ticket;

import java.util.UUID;
import org.obhut.outbox.DeliveryStatus;

/** A mail of ours that is committed and will be sent. */
public record AcceptedReply(UUID message, DeliveryStatus delivery, long version) {

    /** @throws TicketChanged where the message was accepted and withdrawn */
    static AcceptedReply of(Ticket ticket, TicketItem item) {
        if (item.delivery() == null) {
            throw new TicketChanged(ticket.version());
        }
        return new AcceptedReply(item.id(), item.delivery(), ticket.version());
    }
}
