package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.RandomId;
import org.obhut.outbox.AddrSpec;
import org.obhut.outbox.Letter;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Sending.Origin;
import org.obhut.ticket.Sending.Written;

/** Conversations that begin with a mail of ours: a ticket that waits for the client's answer. */
@Dependent
class Conversations {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LONGEST_TITLE = 200;

    private final SendingMailboxes mailboxes;
    private final Teams teams;
    private final Tickets tickets;
    private final Items items;
    private final NewTickets newTickets;
    private final Attachments attachments;
    private final Sending sending;
    private final SecondReaders secondReaders;
    private final ReadMarks readMarks;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Conversations(
            SendingMailboxes mailboxes,
            Teams teams,
            Tickets tickets,
            Items items,
            NewTickets newTickets,
            Attachments attachments,
            Sending sending,
            SecondReaders secondReaders,
            ReadMarks readMarks,
            BlindIndex index,
            Deadlines deadlines,
            SecureRandom random) {
        this.mailboxes = mailboxes;
        this.teams = teams;
        this.tickets = tickets;
        this.items = items;
        this.newTickets = newTickets;
        this.attachments = attachments;
        this.sending = sending;
        this.secondReaders = secondReaders;
        this.readMarks = readMarks;
        this.index = index;
        this.deadlines = deadlines;
        this.random = random;
    }

    /**
     * A request that comes twice begins one conversation.
     *
     * @throws InvalidInput naming the field that breaks a rule; nothing is begun then
     */
    BegunConversation begin(Caller caller, NewConversation conversation) {
        @Nullable String key = conversation.idempotencyKey();
        UUID id = key == null
                ? RandomId.next(random)
                : index.id("conversation", caller.person().toString(), key);
        tickets.serialise(id);
        Optional<TicketItem> before = items.find(id);
        if (before.isPresent()) {
            UUID ticket = before.get().ticket();
            return new BegunConversation(
                    ticket, AcceptedReply.of(tickets.find(ticket).orElseThrow(TicketNotFound::new), before.get()));
        }
        AddrSpec to = AddrSpec.parse("to", conversation.to().strip());
        Writing writing = conversation.writing().checked();
        String mailbox = mailboxes.choose(caller.counsels(), conversation.mailbox());
        if (Participants.same(mailbox, to.toString())) {
            throw new InvalidInput("to", "own-mailbox");
        }
        TeamReaders readers = teams.pinnedReaders(mailbox);
        if (!caller.counsels().contains(readers.team())) {
            throw new Refused("member of the team");
        }
        return begin(caller, id, conversation, to, writing, mailbox, readers);
    }

    private BegunConversation begin(
            Caller caller,
            UUID id,
            NewConversation conversation,
            AddrSpec to,
            Writing writing,
            String mailbox,
            TeamReaders readers) {
        String language = language(conversation.language());
        String title = title(conversation.title(), writing);
        Instant now = deadlines.now();
        var clearance = secondReaders.own(readers.team(), caller.person());
        var mail = new AtomicReference<Correspondence>();
        Ticket ticket = newTickets.make(
                readers,
                Allotted.usual(readers),
                mailbox,
                language,
                id,
                place -> {
                    Origin origin = new Origin(place.ticket(), mailbox, language, place.token());
                    mail.set(hand(id, origin, to, writing, clearance));
                    return ItemBody.sent(
                            now,
                            caller.person(),
                            writing.text(),
                            mail.get(),
                            attachments.describe(writing.attachments()));
                },
                writing.bytes(),
                token -> FirstSummary.ofOurs(
                        title,
                        to.toString(),
                        Objects.requireNonNull(mail.get().messageId()),
                        token,
                        now,
                        deadlines.today()),
                opened -> {});
        ticket.stand(Status.WAITING, null, deadlines.today(), deadlines.today());
        TicketItem item = items.find(id).orElseThrow();
        item.delivery(sending.onItsWay(mail.get()));
        sending.remember(ticket.id(), id, mail.get());
        readMarks.seen(caller.person(), ticket.id(), ticket.version());
        return new BegunConversation(ticket.id(), AcceptedReply.of(ticket, item));
    }

    private Correspondence hand(
            UUID id, Origin origin, AddrSpec to, Writing writing, SecondReaders.Clearance clearance) {
        Letter letter = new Letter(writing.subject(), writing.text(), writing.html(), Replies.files(writing));
        Receiver receiver = new Receiver(to.toString(), Party.CLIENT, null, java.util.List.of(), "");
        Slot slot = new Slot(sending.soonest(), null);
        return sending.hand(id, origin, receiver, letter, new Written(writing.text(), null), slot, null, clearance);
    }

    private static String title(String title, Writing writing) {
        String words = title.strip();
        if (words.length() > LONGEST_TITLE) {
            throw new InvalidInput("subject", "too-long");
        }
        String own = writing.subject();
        return !words.isEmpty() ? words : own == null ? "" : own;
    }

    private static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new InvalidInput("language", "unknown-value");
        }
        return tag;
    }
}
