package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.RandomId;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Letter;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;

/**
 * Puts an acknowledgement into a ticket that is being opened, and into the outbox. It is no answer: the ticket stays open and due,
 * and the message is not counted.
 */
@Dependent
class AcknowledgementSender {

    private final Outbox outbox;
    private final Tickets tickets;
    private final Items items;
    private final Participants participants;
    private final Lookups lookups;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    AcknowledgementSender(
            Outbox outbox,
            Tickets tickets,
            Items items,
            Participants participants,
            Lookups lookups,
            Deadlines deadlines,
            SecureRandom random) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.items = items;
        this.participants = participants;
        this.lookups = lookups;
        this.deadlines = deadlines;
        this.random = random;
    }

    void send(NewTickets.Opened opened, ClientMessage mail, Acknowledgement word) {
        Ticket ticket = opened.ticket();
        UUID id = RandomId.next(random);
        Instant now = deadlines.now();
        String mailbox = ticket.mailbox().orElseThrow();
        String messageId = outbox.accept(new OutgoingMessage(
                id,
                ticket.id(),
                mailbox,
                word.to(),
                word.language(),
                Letter.plain(word.text()),
                mail.messageId(),
                Optional.ofNullable(mail.messageId()).stream().toList(),
                opened.summary().token(),
                now,
                true));
        ItemBody body = ItemBody.acknowledged(
                now, word.text(), Correspondence.acknowledged(mailbox, word.to(), word.text(), messageId));
        TicketItem item = items.add(opened.file(), ticket.id(), id, tickets.nextRank(), body, null, List.of());
        item.delivery(DeliveryStatus.SENDING);
        lookups.add(Label.MESSAGE_ID, ticket.id(), id, null, messageId);
        participants.add(ticket.id(), id, word.to());
    }
}
