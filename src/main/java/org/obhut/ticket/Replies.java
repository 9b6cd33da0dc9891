package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.RandomId;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Letter;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.Settings;
import org.obhut.ticket.TimelineEntry.Attachment;

/** Answers to clients: into the ticket and the outbox in one transaction, back out of both while held, and out once more. */
@Dependent
class Replies {

    private final Outbox outbox;
    private final Tickets tickets;
    private final Items items;
    private final Entries entries;
    private final Attachments attachments;
    private final Summaries summaries;
    private final Participants participants;
    private final Lookups lookups;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;
    private final Duration undoTime;

    @Inject
    Replies(
            Outbox outbox,
            Tickets tickets,
            Items items,
            Entries entries,
            Attachments attachments,
            Summaries summaries,
            Participants participants,
            Lookups lookups,
            BlindIndex index,
            Deadlines deadlines,
            SecureRandom random,
            Settings settings) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.items = items;
        this.entries = entries;
        this.attachments = attachments;
        this.summaries = summaries;
        this.participants = participants;
        this.lookups = lookups;
        this.index = index;
        this.deadlines = deadlines;
        this.random = random;
        this.undoTime = settings.undoTime();
    }

    /** @throws TicketChanged where the ticket is not as the writer saw it, or this very request was accepted and withdrawn */
    AcceptedReply accept(OpenTicket open, NewReply reply) {
        String text = Texts.checked("text", reply.text());
        List<AttachmentContent> attached = OutgoingFiles.checked("attachments", reply.attachments());
        @Nullable String key = reply.idempotencyKey();
        UUID id = key == null
                ? RandomId.next(random)
                : index.id("reply", open.person().toString(), open.id().toString(), key);
        Optional<TicketItem> before = items.find(open.ticket(), id);
        if (before.isPresent()) {
            return accepted(open, before.get());
        }
        open.ticket().expect(reply.version());
        Summary summary = summaries.current(open);
        List<Letter.File> files = attached.stream()
                .map(file -> new Letter.File(file.name(), file.type(), file.bytes()))
                .toList();
        Instant now = deadlines.now();
        Correspondence mail = hand(open, id, summary, text, files, now);
        ItemBody body = ItemBody.sent(now, open.person(), text, mail, attachments.describe(attached));
        TicketItem item = entries.add(
                open, id, body, attached.stream().map(AttachmentContent::bytes).toList());
        item.delivery(onItsWay());
        sent(open, id, mail);
        wait(open, summaries.update(open, next -> next.replied(messageId(mail), deadlines.today())));
        return accepted(open, item);
    }

    /**
     * Takes a reply out of the outbox. Before the ticket is locked: the dispatcher, too, holds the outbox row first and the
     * ticket then.
     *
     * @throws TicketChanged where it is not held any more
     */
    void recall(UUID ticket, UUID message) {
        long version = tickets.find(ticket).orElseThrow(TicketNotFound::new).version();
        TicketItem item = items.find(message)
                .filter(found -> found.ticket().equals(ticket))
                .orElseThrow(TicketNotFound::new);
        if (item.delivery() != DeliveryStatus.HELD || !outbox.withdraw(message)) {
            throw new TicketChanged(version);
        }
    }

    /** Makes an event of a reply that the outbox does not hold any more, and returns its text. */
    String withdrawn(OpenTicket open, UUID message) {
        TicketItem item = find(open, message);
        ItemBody reply = items.body(open.file(), item);
        Correspondence mail = mail(open, reply);
        lookups.remove(Label.MESSAGE_ID, item.id());
        attachments.removeOf(item.id());
        // The entry stays as an event under the same id, so that a request sent twice can't bring the reply back.
        ItemBody event = ItemBody.event(deadlines.now(), open.person(), new Happening(Happening.What.WITHDRAWN));
        items.replace(open.file(), item, event, null);
        Summary summary = summaries.update(open, before -> before.unreplied(mail.messageId(), mail.owedBy()));
        open.ticket().stand(Status.OPEN, summary.due(deadlines), RetentionPeriod.live(summary.lastContact()));
        entries.changed(open);
        return reply.text();
    }

    /** @throws TicketChanged where the message is not one that failed */
    AcceptedReply again(OpenTicket open, UUID message) {
        TicketItem item = find(open, message);
        if (item.delivery() != DeliveryStatus.FAILED && item.delivery() != DeliveryStatus.UNDELIVERED) {
            throw new TicketChanged(open.ticket().version());
        }
        ItemBody reply = items.body(open.file(), item);
        // What was to be said at once is not said later.
        if (mail(open, reply).kind() != MailKind.PERSONAL) {
            throw new TicketChanged(open.ticket().version());
        }
        List<Letter.File> files =
                reply.attachments().stream().map(file -> file(open, file)).toList();
        Summary summary = summaries.current(open);
        Correspondence mail = hand(open, item.id(), summary, reply.text(), files, deadlines.now());
        ItemBody body = ItemBody.sent(reply.at(), open.person(), reply.text(), mail, reply.attachments());
        items.replace(open.file(), item, body, onItsWay());
        lookups.remove(Label.MESSAGE_ID, item.id());
        sent(open, item.id(), mail);
        wait(open, summaries.update(open, next -> next.resent(messageId(mail), deadlines.today())));
        entries.changed(open);
        return accepted(open, item);
    }

    private TicketItem find(OpenTicket open, UUID message) {
        return items.find(open.ticket(), message).orElseThrow(TicketNotFound::new);
    }

    private Correspondence hand(
            OpenTicket open, UUID id, Summary summary, String text, List<Letter.File> files, Instant now) {
        Ticket ticket = open.ticket();
        @Nullable Address to = summary.replyTo();
        String mailbox = ticket.mailbox().orElseThrow(NoAddress::new);
        if (to == null) {
            throw new NoAddress();
        }
        Instant notBefore = now.plus(undoTime);
        String messageId = outbox.accept(new OutgoingMessage(
                id,
                ticket.id(),
                mailbox,
                to.address(),
                ticket.language(),
                new Letter(null, text, false, files),
                summary.inReplyTo(),
                summary.references(),
                summary.token(),
                notBefore,
                false));
        return Correspondence.sent(mailbox, to.address(), Party.CLIENT, text, messageId, notBefore, summary.answerBy());
    }

    /** Whoever we write to takes part from then on, and an answer to this mail finds the ticket. */
    private void sent(OpenTicket open, UUID item, Correspondence mail) {
        lookups.add(Label.MESSAGE_ID, open.id(), item, null, messageId(mail));
        if (mail.to() != null) {
            participants.add(open.id(), item, mail.to());
        }
    }

    private void wait(OpenTicket open, Summary summary) {
        open.ticket().stand(Status.WAITING, summary.due(deadlines), RetentionPeriod.live(summary.lastContact()));
    }

    private DeliveryStatus onItsWay() {
        return undoTime.isZero() ? DeliveryStatus.SENDING : DeliveryStatus.HELD;
    }

    private AcceptedReply accepted(OpenTicket open, TicketItem item) {
        if (item.delivery() == null) {
            throw new TicketChanged(open.ticket().version());
        }
        return new AcceptedReply(item.id(), item.delivery(), open.ticket().version());
    }

    private Correspondence mail(OpenTicket open, ItemBody body) {
        if (body.mail() == null) {
            throw new TicketChanged(open.ticket().version());
        }
        return body.mail();
    }

    private static String messageId(Correspondence mail) {
        return Objects.requireNonNull(mail.messageId());
    }

    private Letter.File file(OpenTicket open, Attachment file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        attachments.write(open.file(), open.id(), file.id(), bytes);
        return new Letter.File(file.name(), file.type(), bytes.toByteArray());
    }
}
