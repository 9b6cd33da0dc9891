package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.TeamReaders;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Lookups.Hit;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.SealedFile;
import org.obhut.outbox.DeliveryReason;
import org.obhut.urgency.UrgentWords;

/** The way of mail into tickets. Called within intake's transaction; makes roots, seals and wipes; can read no ticket. */
@ApplicationScoped
public class Reception {

    private final Tickets tickets;
    private final Items items;
    private final Attachments attachments;
    private final NewTickets newTickets;
    private final Allotting allotting;
    private final AcknowledgementSender acknowledging;
    private final Participants participants;
    private final Deliveries deliveries;
    private final Lookups lookups;
    private final Deadlines deadlines;
    private final DeskNotice notice;
    private final UrgentWords urgentWords;
    private final UrgentTime urgentTime;
    private final Counting counting;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Reception() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Reception(
            Tickets tickets,
            Items items,
            Attachments attachments,
            NewTickets newTickets,
            Allotting allotting,
            AcknowledgementSender acknowledging,
            Participants participants,
            Deliveries deliveries,
            Lookups lookups,
            Deadlines deadlines,
            DeskNotice notice,
            UrgentWords urgentWords,
            UrgentTime urgentTime,
            Counting counting,
            SecureRandom random) {
        this.tickets = tickets;
        this.items = items;
        this.attachments = attachments;
        this.newTickets = newTickets;
        this.allotting = allotting;
        this.acknowledging = acknowledging;
        this.participants = participants;
        this.deliveries = deliveries;
        this.lookups = lookups;
        this.deadlines = deadlines;
        this.notice = notice;
        this.urgentWords = urgentWords;
        this.urgentTime = urgentTime;
        this.counting = counting;
        this.random = random;
    }

    /** Opens a new ticket with a first mail that is no spam. */
    public UUID open(
            TeamReaders readers,
            String mailbox,
            ClientMessage message,
            Optional<UUID> mayBelongTo,
            Party party,
            @Nullable Acknowledgement acknowledgement) {
        return open(readers, mailbox, message, mayBelongTo, party, acknowledgement, false);
    }

    /**
     * Opens a new ticket with its first mail.
     *
     * @param mailbox the address of the mailbox it came to
     * @param mayBelongTo a ticket that the mail's references name though its sender does not take part there
     * @param party {@link Party#CLIENT}, or {@link Party#REPLACED} where the sender's address was given up in that ticket
     * @param acknowledgement what the client is told at once, null for nothing
     * @param spam whether it belongs among the spam: due never, and soon erased
     */
    public UUID open(
            TeamReaders readers,
            String mailbox,
            ClientMessage message,
            Optional<UUID> mayBelongTo,
            Party party,
            @Nullable Acknowledgement acknowledgement,
            boolean spam) {
        boolean urgent = !spam && tellsDanger(message);
        UUID item = RandomId.next(random);
        ItemBody body = ItemBody.received(
                message, party, attachments.describe(message.attachments()), counting.first(message, spam));
        @Nullable
        Allotted allotted = spam || !message.kind().contact() ? null : allotting.find(readers.team(), message);
        Ticket ticket = newTickets.make(
                readers,
                allotted == null ? Allotted.usual(readers) : allotted.readers(readers),
                mailbox,
                message.language(),
                item,
                place -> body,
                bytes(message),
                token -> FirstSummary.ofMail(
                        message,
                        party,
                        token,
                        mayBelongTo.orElse(null),
                        deadlines.answerBy(readers.team()),
                        urgent ? urgentTime.by() : null,
                        deadlines.today()),
                opened -> {
                    opened.ticket().urgent(urgent);
                    if (message.kind().contact()) {
                        opened.ticket().counts().contact(deadlines.today());
                    }
                    if (spam) {
                        opened.ticket().intoSpam(deadlines.today(), false);
                    }
                    if (allotted != null) {
                        allotting.note(opened, allotted);
                    }
                    if (acknowledgement != null) {
                        acknowledging.send(opened, message, acknowledgement);
                    }
                });
        remember(ticket.id(), item, message, true);
        notice.tell(ticket.id());
        if (!spam && message.kind().contact()) {
            notice.waits(ticket);
        }
        return ticket.id();
    }

    /** Adds a mail to a ticket that no filter calls spam. */
    public UUID append(UUID ticket, ClientMessage message, Party party) {
        return append(ticket, message, party, false);
    }

    /**
     * Adds a mail to a ticket, reopening it where the mail is a client's own.
     *
     * @param party who sent it; whoever is not the client is marked, never answered by default, and no participant
     * @param condemned whether a filter calls it spam: then a ticket among the spam stays there, and any other where it is
     * @throws TicketNotFound where the ticket is gone
     */
    public UUID append(UUID ticket, ClientMessage message, Party party, boolean condemned) {
        Ticket locked = tickets.locked(ticket).orElseThrow(TicketNotFound::new);
        locked.active(tickets.nextRank());
        Instant answerBy = deadlines.answerBy(locked.team());
        Instant urgentBy = urgentTime.by();
        boolean urgent = locked.urgent();
        if (message.kind().contact()) {
            locked.contacted(answerBy, deadlines.today(), condemned);
            locked.speaks(message.language());
            urgent = !locked.spam() && (urgent || tellsDanger(message));
            locked.urgent(urgent);
            if (urgent) {
                locked.dueBy(urgentBy);
            }
        }
        UUID item = RandomId.next(random);
        ItemBody body = ItemBody.received(
                message, party, attachments.describe(message.attachments()), counting.further(locked, message, party));
        items.add(
                SealedFile.appendOnly(ticket, locked.publicKey(), random),
                ticket,
                item,
                locked.rank(),
                body,
                Head.of(message, party, answerBy, urgent ? urgentBy : null, deadlines.today()),
                bytes(message));
        remember(ticket, item, message, party == Party.CLIENT);
        notice.tell(ticket);
        if (!locked.spam() && message.kind().contact()) {
            notice.waits(locked);
        }
        return item;
    }

    /**
     * Notes at the message that we sent what a report says of it; one that did not arrive puts the ticket back to work.
     *
     * @param reason null where none is known
     */
    public void reported(UUID ticket, UUID message, MailKind report, @Nullable DeliveryReason reason) {
        deliveries.reported(ticket, message, report, reason);
    }

    /** Tickets that know one of these Message-IDs (without brackets), newest first. */
    public Set<UUID> knowing(List<String> messageIds) {
        return messageIds.stream()
                .flatMap(id -> lookups.find(Label.MESSAGE_ID, id).stream())
                .map(Hit::file)
                .distinct()
                .flatMap(id -> tickets.find(id).stream())
                .sorted(Comparator.comparingLong(Ticket::rank).reversed())
                .map(Ticket::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ticket to which a reply token belongs, and the message we sent there last (the ticket's first entry where we sent none). */
    public Optional<Reference> byToken(String token) {
        return lookups.find(Label.REPLY_TOKEN, ReplyToken.normal(token)).stream()
                .findFirst()
                .map(hit -> new Reference(hit.file(), items.lastSent(hit.file()).orElse(hit.item())));
    }

    /** The message we sent under this Message-ID, for bounces. */
    public Optional<Reference> sent(String messageId) {
        return lookups.find(Label.MESSAGE_ID, messageId).stream()
                .filter(hit -> items.find(hit.item()).map(TicketItem::delivery).isPresent())
                .findFirst()
                .map(hit -> new Reference(hit.file(), hit.item()));
    }

    /** Who writes from this address (compared without case), as the ticket sees it. */
    public Party party(UUID ticket, String address) {
        return participants.party(ticket, address);
    }

    /** What a client wrote, not what is quoted of it. Nobody's own hand is in a report or an automatic reply. */
    private boolean tellsDanger(ClientMessage message) {
        return message.kind().contact() && urgentWords.in(message.subject() + "\n" + message.newText());
    }

    private void remember(UUID ticket, UUID item, ClientMessage message, boolean takesPart) {
        @Nullable String messageId = message.messageId();
        if (messageId != null) {
            lookups.add(Label.MESSAGE_ID, ticket, item, null, messageId);
        }
        @Nullable Address from = message.from();
        if (from != null && takesPart && !message.kind().report() && message.form() == null) {
            participants.add(ticket, item, from.address());
        }
    }

    private static List<byte[]> bytes(ClientMessage message) {
        return message.attachments().stream().map(AttachmentContent::bytes).toList();
    }

    /** A ticket and one message in it. */
    public record Reference(UUID ticket, UUID message) {}
}
