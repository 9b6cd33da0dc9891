package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;

/**
 * Accepts replies within the desk's transaction and keeps them until SMTP has taken them. A row lives 48 hours from its
 * first permitted time, which may lie 7 days ahead, or less where its mail must not arrive later.
 */
@ApplicationScoped
public class Outbox {

    private static final Duration LIFE = Duration.ofHours(48);
    /** A word to our own people is worth nothing later. */
    private static final Duration LIFE_OF_A_WORD = Duration.ofHours(2);

    private static final Duration FURTHEST = Duration.ofDays(7);

    private final OutboxRows rows;
    private final SmtpAccounts mailboxes;
    private final KnownServers servers;
    private final OperatingSecrets secrets;
    private final Event<ReplyAccepted> accepted;
    private final Event<DeliveryChanged> changes;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    Outbox(
            OutboxRows rows,
            SmtpAccounts mailboxes,
            KnownServers servers,
            OperatingSecrets secrets,
            Event<ReplyAccepted> accepted,
            Event<DeliveryChanged> changes,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.mailboxes = mailboxes;
        this.servers = servers;
        this.secrets = secrets;
        this.accepted = accepted;
        this.changes = changes;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Outbox() {
        this.rows = null;
        this.mailboxes = null;
        this.servers = null;
        this.secrets = null;
        this.accepted = null;
        this.changes = null;
        this.random = null;
        this.clock = null;
    }

    /**
     * Fixes the bytes, Message-ID and Date, seals them under the dispatch key and stores the row. Returns the Message-ID
     * without brackets.
     *
     * @throws InvalidInput where the receiver's address can't be written to, or the mail is wanted later than in 7 days
     * @throws TooLarge where the server that takes it has said that it takes no mail of this size
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String accept(OutgoingMessage message) {
        Instant now = clock.instant();
        Instant first = message.notBefore().isAfter(now) ? message.notBefore() : now;
        if (first.isAfter(now.plus(FURTHEST))) {
            throw new InvalidInput("notBefore", "too-late");
        }
        SenderIdentity sender = mailboxes.sender(message.mailbox(), message.language());
        OutgoingMail mail = OutgoingMail.compose(message, sender, first, random);
        checkServer(message, mail);
        store(message, mail, end(message, first.plus(LIFE)));
        return mail.messageId();
    }

    private static Instant end(OutgoingMessage message, Instant usual) {
        Instant wanted = message.notAfter();
        return wanted == null || usual.isBefore(wanted) ? usual : wanted;
    }

    private void store(OutgoingMessage message, OutgoingMail mail, Instant end) {
        byte[] parcel = new Parcel(mail.recipient(), mail.bytes(), message.automatic()).packed();
        try {
            byte[] sealed = secrets.sealDispatch(message.item(), parcel);
            rows.insert(message, end, secrets.dispatchKey(sealed), sealed);
        } finally {
            Arrays.fill(parcel, (byte) 0);
        }
        accepted.fire(new ReplyAccepted(message.item()));
    }

    private void checkServer(OutgoingMessage message, OutgoingMail mail) {
        SmtpExtensions server = servers.of(message.mailbox());
        if (!server.takes(mail.bytes().length)) {
            throw new TooLarge("attachments", mail.bytes().length, server.size());
        }
        if (AddrSpec.beyondAscii(mail.recipient()) && !server.utf8()) {
            throw new InvalidInput("to", "international-address");
        }
    }

    /** Addresses of the mailboxes that can send. */
    public List<String> mailboxes() {
        return mailboxes.sending();
    }

    /** How a mail of this mailbox will look and what it may hold. @param language tag of BCP 47 */
    public SendingTerms terms(String mailbox, String language) {
        return SendingTerms.of(mailboxes.sender(mailbox, language), servers.of(mailbox));
    }

    /** Removes a row that is not being sent just now, though it may have been tried. False where it is claimed or gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean cancel(UUID item) {
        return rows.deleteUnclaimed(item);
    }

    /** Whether a mail of this mailbox could go to this address; whether somebody reads there only its server knows. */
    public boolean canWrite(String mailbox, String address) {
        try {
            AddrSpec to = AddrSpec.parse("to", address);
            return !AddrSpec.beyondAscii(to.toString()) || servers.of(mailbox).utf8();
        } catch (InvalidInput e) {
            return false;
        }
    }

    /** Lets the mails of these messages belong to another ticket. False where one of them is being sent just now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean follow(Collection<UUID> items, UUID ticket) {
        return rows.follow(items, ticket);
    }

    /** Removes a row that is still held. False where it is claimed or gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean withdraw(UUID item) {
        return rows.deleteHeld(item);
    }

    /**
     * Takes everything out of the outbox: after a restore nobody knows which of these mails went out since the archive was made. Their
     * messages show it and can be sent again. Before the dispatcher begins. Returns how many.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int giveUpRestored() {
        List<OutboxRows.Waiting> given = rows.deleteAll();
        given.forEach(row -> changes.fire(
                new DeliveryChanged(row.ticket(), row.id(), DeliveryStatus.FAILED, DeliveryReason.RESTORED, true)));
        return given.size();
    }

    /**
     * Sends two lines to one of our own people, about no ticket. The same bytes whatever the cause, but for Message-ID and Date, and rather
     * not at all than twice.
     *
     * @param language of the mailbox's neutral subject
     * @throws InvalidInput where the address can't be written to
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String mailbox, String to, String language, String subject, String text) {
        Instant now = clock.instant();
        var letter = new Letter(subject, text, false, List.of());
        var message = new OutgoingMessage(
                RandomId.next(random), Claim.NO_TICKET, mailbox, to, language, letter, null, List.of(), "", now, true);
        SenderIdentity known = mailboxes.sender(mailbox, language);
        var sender = new SenderIdentity(known.address(), null, known.subjectPhrase(), false, false, false);
        store(message, OutgoingMail.compose(message, sender, now, random), now.plus(LIFE_OF_A_WORD));
    }
}
