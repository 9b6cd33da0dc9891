package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.RandomId;
import org.obhut.outbox.AddrSpec;
import org.obhut.outbox.Letter;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Sending.Origin;
import org.obhut.ticket.Sending.Written;
import org.obhut.ticket.TimelineEntry.Attachment;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * Hands parts of a case on to a counselling centre, with the client's consent kept beside it. The centre takes no part as the
 * client: what it answers is marked, and changes nothing in whom a reply goes to.
 */
@Dependent
class Forwards {

    private static final int MOST_FILES = 20;

    private final SendingMailboxes mailboxes;
    private final Participants participants;
    private final Items items;
    private final Entries entries;
    private final Attachments attachments;
    private final Summaries summaries;
    private final Receivers receivers;
    private final Sending sending;
    private final SecondReaders secondReaders;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Forwards(
            SendingMailboxes mailboxes,
            Participants participants,
            Items items,
            Entries entries,
            Attachments attachments,
            Summaries summaries,
            Receivers receivers,
            Sending sending,
            SecondReaders secondReaders,
            BlindIndex index,
            Deadlines deadlines,
            SecureRandom random) {
        this.mailboxes = mailboxes;
        this.participants = participants;
        this.items = items;
        this.entries = entries;
        this.attachments = attachments;
        this.summaries = summaries;
        this.receivers = receivers;
        this.sending = sending;
        this.secondReaders = secondReaders;
        this.index = index;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** The words of these messages as a forward would show them. @throws InvalidInput where one is no message of the ticket */
    String text(OpenTicket open, List<UUID> messages, String language, boolean withAddress) {
        List<ItemBody> bodies = items.of(open.ticket()).stream()
                .filter(item -> messages.contains(item.id()))
                .map(item -> items.body(open.file(), item))
                .filter(body -> body.kind() == Kind.MESSAGE)
                .toList();
        if (bodies.size() != Set.copyOf(messages).size()) {
            throw new InvalidInput("messages", "unknown-value");
        }
        @Nullable Address client = withAddress ? summaries.current(open).client() : null;
        return ForwardedText.of(bodies, language, client == null ? null : client.address());
    }

    /** @throws TicketChanged where the ticket is not as the writer saw it, or this very request was accepted and withdrawn */
    AcceptedReply accept(OpenTicket open, NewForward forward) {
        @Nullable String key = forward.idempotencyKey();
        UUID id = key == null
                ? RandomId.next(random)
                : index.id("forward", open.person().toString(), open.id().toString(), key);
        Optional<TicketItem> before = items.find(open.ticket(), id);
        if (before.isPresent()) {
            return AcceptedReply.of(open.ticket(), before.get());
        }
        open.ticket().expect(forward.version());
        AddrSpec to = centre(open, forward.to());
        Consent consent = forward.consent().checked(deadlines.today());
        String forwarded = text(open, forward.messages(), forward.language(), forward.withAddress());
        String text = Texts.checked("text", joined(forward.writing().text(), forwarded));
        List<AttachmentContent> files = files(open, forward);
        Writing writing = new Writing(
                        forward.writing().subject(),
                        text,
                        false,
                        forward.writing().html(),
                        files)
                .checked();
        Correspondence mail = hand(open, id, to, forward, writing);
        ItemBody body = ItemBody.sent(
                deadlines.now(), open.person(), writing.text(), mail, attachments.describe(writing.attachments()));
        entries.tell(open, new Happening(Happening.What.FORWARDED, to.toString()), consent.attributes());
        TicketItem item = entries.add(open, id, body, writing.bytes());
        item.delivery(sending.onItsWay(mail));
        sending.remember(open.id(), id, mail);
        return AcceptedReply.of(open.ticket(), item);
    }

    private static String joined(String own, String forwarded) {
        return own.isBlank() ? forwarded : forwarded.isEmpty() ? own : own.stripTrailing() + "\n\n" + forwarded;
    }

    private Correspondence hand(OpenTicket open, UUID id, AddrSpec to, NewForward forward, Writing writing) {
        String mailbox = open.ticket()
                .mailbox()
                .orElseGet(() -> mailboxes.of(Set.of(open.ticket().team())).stream()
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("mailbox", "none")));
        Summary summary = summaries.current(open);
        Origin origin = new Origin(open.id(), mailbox, forward.language(), summary.token());
        Letter letter = new Letter(writing.subject(), writing.text(), writing.html(), Replies.files(writing));
        Receiver receiver = receivers.third(open, to.toString());
        Slot slot = summary.particulars().safeContact().slot(receiver, SendingWish.NONE, sending.soonest());
        return sending.hand(
                id,
                origin,
                receiver,
                letter,
                new Written(writing.text(), null),
                slot,
                summary.answerBy(),
                secondReaders.own(open.ticket().team(), open.person()));
    }

    /** A forward to the client would be a mistake, and one to an address the client gave up a dangerous one. */
    private AddrSpec centre(OpenTicket open, String text) {
        AddrSpec to = AddrSpec.parse("to", text.strip());
        Contact contact = summaries.current(open).contact();
        Party party = participants.party(open.id(), to.toString());
        boolean clients = party == Party.CLIENT
                || party == Party.REPLACED
                || contact.gaveUp(new Address(null, to.toString()))
                || contact.is(to.toString());
        if (clients) {
            throw new InvalidInput("to", "client-address");
        }
        return to;
    }

    private List<AttachmentContent> files(OpenTicket open, NewForward forward) {
        var files = new ArrayList<AttachmentContent>(forward.writing().attachments());
        if (forward.files().size() > MOST_FILES) {
            throw new InvalidInput("attachments", "too-many");
        }
        List<Attachment> all = items.of(open.ticket()).stream()
                .flatMap(item -> items.body(open.file(), item).attachments().stream())
                .toList();
        for (UUID wanted : forward.files()) {
            Attachment file = all.stream()
                    .filter(each -> each.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("files", "unknown-value"));
            if (file.findings().scan().found()) {
                throw new InvalidInput("files", "malware-found");
            }
            Letter.File bytes = attachments.letterFiles(open, List.of(file)).get(0);
            files.add(new AttachmentContent(bytes.name(), bytes.type(), bytes.bytes()));
        }
        return files;
    }
}
