package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Letter;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.Settings;
import org.obhut.ticket.SecondReaders.Clearance;

/** Hands messages of tickets to the outbox, and keeps by what their answers will be known. */
@Dependent
class Sending {

    /** From where a message goes out; {@code token} is the ticket's reply token. */
    record Origin(UUID ticket, String mailbox, String language, String token) {}

    private final Outbox outbox;
    private final Participants participants;
    private final Lookups lookups;
    private final Deadlines deadlines;
    private final Duration undoTime;

    @Inject
    Sending(Outbox outbox, Participants participants, Lookups lookups, Deadlines deadlines, Settings settings) {
        this.outbox = outbox;
        this.participants = participants;
        this.lookups = lookups;
        this.deadlines = deadlines;
        this.undoTime = settings.undoTime();
    }

    /**
     * Fixes the bytes and hands them over.
     *
     * @param written what the writer's own words are, without what is quoted below them
     * @param slot when it may go out, from {@link #soonest()} on
     * @param clearance that it may go out without anybody else's reading it, or was read
     * @param owedBy when an answer had been due, null where none was
     */
    Correspondence hand(
            UUID item,
            Origin origin,
            Receiver receiver,
            Letter letter,
            Written written,
            Slot slot,
            @Nullable Instant owedBy,
            Clearance clearance) {
        Objects.requireNonNull(clearance);
        String messageId = outbox.accept(new OutgoingMessage(
                item,
                origin.ticket(),
                origin.mailbox(),
                receiver.address(),
                origin.language(),
                letter,
                receiver.inReplyTo(),
                receiver.references(),
                origin.token(),
                slot.notBefore(),
                slot.notAfter(),
                false));
        return Correspondence.sent(origin.mailbox(), receiver, letter, written, messageId, slot.notBefore(), owedBy);
    }

    /** When something that is written now can go out at the earliest. */
    Instant soonest() {
        return deadlines.now().plus(undoTime);
    }

    /** What a writer wrote themselves, and in answer to which message, null where to none in particular. */
    record Written(String text, @Nullable UUID answers) {}

    /** Whoever we write to is known from then on, as the client or as somebody else, and an answer to this mail finds the ticket. */
    void remember(UUID ticket, UUID item, Correspondence mail) {
        lookups.add(Label.MESSAGE_ID, ticket, item, null, Objects.requireNonNull(mail.messageId()));
        @Nullable String to = mail.to();
        if (to != null && mail.party() == Party.CLIENT) {
            participants.add(ticket, item, to);
        } else if (to != null) {
            participants.addCentre(ticket, item, to);
        }
    }

    DeliveryStatus onItsWay(Correspondence mail) {
        @Nullable Instant from = mail.undoUntil();
        return from != null && from.isAfter(deadlines.now()) ? DeliveryStatus.HELD : DeliveryStatus.SENDING;
    }
}
