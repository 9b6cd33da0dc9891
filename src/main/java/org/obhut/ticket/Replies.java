package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.SecondReaders.Clearance;
import org.obhut.ticket.Sending.Origin;
import org.obhut.ticket.Sending.Written;

/** Answers: into the ticket and the outbox in one transaction, back out of both while held, and out once more. */
@Dependent
class Replies {

    private final Outbox outbox;
    private final Tickets tickets;
    private final Items items;
    private final Entries entries;
    private final Attachments attachments;
    private final Summaries summaries;
    private final Receivers receivers;
    private final Sending sending;
    private final Progress progress;
    private final OwnDraft draft;
    private final SecondReaders secondReaders;
    private final Lookups lookups;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Replies(
            Outbox outbox,
            Tickets tickets,
            Items items,
            Entries entries,
            Attachments attachments,
            Summaries summaries,
            Receivers receivers,
            Sending sending,
            Progress progress,
            OwnDraft draft,
            SecondReaders secondReaders,
            Lookups lookups,
            BlindIndex index,
            Deadlines deadlines,
            SecureRandom random) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.items = items;
        this.entries = entries;
        this.attachments = attachments;
        this.summaries = summaries;
        this.receivers = receivers;
        this.sending = sending;
        this.progress = progress;
        this.draft = draft;
        this.secondReaders = secondReaders;
        this.lookups = lookups;
        this.index = index;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** @throws TicketChanged where the ticket is not as the writer saw it, or this very request was accepted and withdrawn */
    AcceptedReply accept(OpenTicket open, NewReply reply) {
        return accept(
                open, reply, open.person(), secondReaders.own(open.ticket().team(), open.person()));
    }

    /** As the other one, for what {@code author} wrote. */
    AcceptedReply accept(OpenTicket open, NewReply reply, UUID author, Clearance clearance) {
        Writing writing = reply.writing().checked();
        UUID id = id(open, reply);
        Optional<TicketItem> before = items.find(open.ticket(), id);
        if (before.isPresent()) {
            return accepted(open, before.get());
        }
        open.ticket().expect(reply.version());
        refuseThePast(reply.wish());
        Summary summary = summaries.current(open);
        @Nullable UUID answers = reply.answers();
        Receiver receiver =
                answers == null ? receivers.client(open, summary) : receivers.author(open, summary, answers);
        String text = writing.quote() ? Quotation.below(writing.text(), receiver.quotable()) : writing.text();
        Letter letter = new Letter(writing.subject(), text, writing.html(), files(writing));
        SafeContact hints = summary.particulars().safeContact();
        Slot slot = hints.slot(receiver, reply.wish(), sending.soonest());
        Correspondence mail = sending.hand(
                id,
                origin(open, summary),
                receiver,
                letter,
                new Written(writing.text(), answers),
                slot,
                summary.answerBy(),
                clearance);
        if (hints.silent() && receiver.party() == Party.CLIENT) {
            entries.tell(
                    open,
                    new Happening(Happening.What.WRITTEN_DESPITE),
                    Map.of("note", Texts.checked("despite", reply.wish().despite())));
        }
        ItemBody body = ItemBody.sent(deadlines.now(), author, text, mail, attachments.describe(writing.attachments()));
        TicketItem item = entries.add(open, id, body, writing.bytes());
        item.delivery(sending.onItsWay(mail));
        sending.remember(open.id(), id, mail);
        if (mail.party() == Party.CLIENT) {
            summary = summaries.update(open, next -> next.replied(messageId(mail), deadlines.today()));
            stand(open, summary, reply.then());
        }
        if (reply.then() == Status.CLOSED) {
            progress.status(open, Status.CLOSED);
        }
        return accepted(open, item);
    }

    private void refuseThePast(SendingWish wish) {
        @Nullable Instant wanted = wish.notBefore();
        if (wanted != null && wanted.isBefore(deadlines.now())) {
            throw new InvalidInput("notBefore", "time-over");
        }
    }

    private UUID id(OpenTicket open, NewReply reply) {
        @Nullable String key = reply.idempotencyKey();
        return key == null
                ? RandomId.next(random)
                : index.id("reply", open.person().toString(), open.id().toString(), key);
    }

    /** What became of this very request before. */
    Optional<AcceptedReply> before(OpenTicket open, String key) {
        UUID id = index.id("reply", open.person().toString(), open.id().toString(), key);
        return items.find(open.ticket(), id).map(item -> accepted(open, item));
    }

    /** Whether this very request was accepted before. */
    boolean known(OpenTicket open, NewReply reply) {
        return items.find(open.ticket(), id(open, reply)).isPresent();
    }

    static List<Letter.File> files(Writing writing) {
        return writing.attachments().stream()
                .map(file -> new Letter.File(file.name(), file.type(), file.bytes()))
                .toList();
    }

    private static Origin origin(OpenTicket open, Summary summary) {
        Ticket ticket = open.ticket();
        return new Origin(
                ticket.id(), ticket.mailbox().orElseThrow(NoAddress::new), ticket.language(), summary.token());
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

    /** Makes an event of a mail that the outbox does not hold any more, and returns what had been written; a reply is its writer's draft again. */
    Withdrawn withdrawn(OpenTicket open, UUID message) {
        TicketItem item = find(open, message);
        ItemBody reply = items.body(open.file(), item);
        Correspondence mail = mail(open, reply);
        boolean forward = mail.party() != Party.CLIENT && mail.answers() == null;
        if (!forward) {
            draft.returned(open, draft(reply, mail), attachments.contents(open, reply.attachments()));
        }
        lookups.remove(Label.MESSAGE_ID, item.id());
        attachments.removeOf(item.id());
        // The entry stays as an event under the same id, so that a request sent twice can't bring the reply back.
        ItemBody event = ItemBody.event(deadlines.now(), open.person(), new Happening(Happening.What.WITHDRAWN));
        items.replace(open.file(), item, event, null);
        if (mail.party() == Party.CLIENT) {
            Summary summary = summaries.update(open, before -> before.unreplied(mail.messageId(), mail.owedBy()));
            open.ticket().stand(Status.OPEN, summary.due(deadlines), summary.lastContact(), deadlines.today());
        }
        entries.changed(open);
        return new Withdrawn(draft(reply, mail), forward ? mail.to() : null);
    }

    private static Draft draft(ItemBody reply, Correspondence mail) {
        boolean quoted = !reply.text().equals(mail.newText());
        return new Draft(mail.newText(), mail.subject(), quoted, mail.formatted(), mail.answers());
    }

    /** @throws TicketChanged where the message is not one that failed */
    AcceptedReply again(OpenTicket open, UUID message) {
        TicketItem item = find(open, message);
        if (item.delivery() != DeliveryStatus.FAILED && item.delivery() != DeliveryStatus.UNDELIVERED) {
            throw new TicketChanged(open.ticket().version());
        }
        ItemBody sent = items.body(open.file(), item);
        Correspondence before = mail(open, sent);
        // What was to be said at once is not said later.
        if (before.kind() != MailKind.PERSONAL) {
            throw new TicketChanged(open.ticket().version());
        }
        Summary summary = summaries.current(open);
        boolean client = before.party() == Party.CLIENT;
        Receiver receiver =
                client ? receivers.client(open, summary) : receivers.third(open, Objects.requireNonNull(before.to()));
        List<Letter.File> files = attachments.letterFiles(open, sent.attachments());
        Letter letter = new Letter(
                before.subject().isEmpty() ? null : before.subject(), sent.text(), before.formatted(), files);
        Origin from = new Origin(
                open.id(),
                open.ticket()
                        .mailbox()
                        .orElseGet(
                                () -> before.from() == null ? "" : before.from().address()),
                open.ticket().language(),
                summary.token());
        Slot slot = summary.particulars().safeContact().slot(receiver, SendingWish.NONE, sending.soonest());
        Correspondence mail = sending.hand(
                item.id(),
                from,
                receiver,
                letter,
                new Written(before.newText(), before.answers()),
                slot,
                summary.answerBy(),
                secondReaders.sentBefore());
        items.replace(
                open.file(),
                item,
                ItemBody.sent(sent.at(), open.person(), sent.text(), mail, sent.attachments()),
                sending.onItsWay(mail));
        lookups.remove(Label.MESSAGE_ID, item.id());
        sending.remember(open.id(), item.id(), mail);
        if (client) {
            stand(
                    open,
                    summaries.update(open, next -> next.resent(messageId(mail), deadlines.today())),
                    Status.WAITING);
        }
        entries.changed(open);
        return accepted(open, item);
    }

    private TicketItem find(OpenTicket open, UUID message) {
        return items.find(open.ticket(), message).orElseThrow(TicketNotFound::new);
    }

    private void stand(OpenTicket open, Summary summary, Status then) {
        // Spam is not answered: what is, is none.
        open.ticket().outOfSpam(null, summary.lastContact(), deadlines.today());
        open.ticket().stand(then, summary.due(deadlines), summary.lastContact(), deadlines.today());
    }

    private static AcceptedReply accepted(OpenTicket open, TicketItem item) {
        return AcceptedReply.of(open.ticket(), item);
    }

    private static Correspondence mail(OpenTicket open, ItemBody body) {
        if (body.mail() == null) {
            throw new TicketChanged(open.ticket().version());
        }
        return body.mail();
    }

    private static String messageId(Correspondence mail) {
        return Objects.requireNonNull(mail.messageId());
    }
}
