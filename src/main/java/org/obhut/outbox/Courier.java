package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Loopback;

/** Hands one mail to one SMTP server and says how that ended. Knows no database. */
@ApplicationScoped
class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    /** Answers to a mail that are about our account, not the mail (RFC 4954 section 6): someone has to mend it, the mail waits. */
    private static final Set<Integer> ACCOUNT = Set.of(530, 534, 535, 538);

    private static final String NOWHERE = "<>";

    private final SmtpPatience patience;
    private final KnownServers servers;

    @Inject
    Courier(KnownServers servers) {
        this(SmtpPatience.USUAL, servers);
    }

    Courier(SmtpPatience patience, KnownServers servers) {
        this.patience = patience;
        this.servers = servers;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Courier() {
        this(SmtpPatience.USUAL, null);
    }

    /** How long a row has to stay claimed from its final dot on. */
    Duration lease() {
        return patience.lease();
    }

    /** Connects and signs in, hears what the server can do, and sends nothing. Returns why that failed, null where it did not. */
    @Nullable
    String probe(SmtpAccount account, AddrSpec sender) {
        if (inClear(account)) {
            return "smtp-clear-text-refused";
        }
        Session session = SmtpSession.of(account, sender, sender.toString(), false, patience);
        var conversation = new SmtpConversation(session, () -> false);
        try {
            conversation.connect(account);
            servers.heard(sender.toString(), conversation.extensions());
            return null;
        } catch (MessagingException | RuntimeException e) {
            return conversation.trouble(e);
        } finally {
            close(conversation);
        }
    }

    private static boolean inClear(SmtpAccount account) {
        return account.security().equals("none") && !Loopback.names(account.host());
    }

    Outcome deliver(SmtpAccount account, AddrSpec sender, Parcel parcel, FinalDot finalDot) {
        if (inClear(account)) {
            return new Outcome.Later("smtp-clear-text-refused");
        }
        if (!parcel.automatic()) {
            return deliver(account, sender, sender.toString(), parcel, finalDot);
        }
        var dotted = new AtomicBoolean();
        Outcome outcome = deliver(account, sender, NOWHERE, parcel, () -> {
            dotted.set(true);
            return finalDot.allowed();
        });
        // Some servers take nothing from the null reverse-path of those who sign in.
        boolean again = outcome instanceof Outcome.Refused && !dotted.get();
        return again ? deliver(account, sender, sender.toString(), parcel, finalDot) : outcome;
    }

    private Outcome deliver(
            SmtpAccount account, AddrSpec sender, String reversePath, Parcel parcel, FinalDot finalDot) {
        Session session = SmtpSession.of(account, sender, reversePath, parcel.international(), patience);
        var conversation = new SmtpConversation(session, finalDot);
        try {
            conversation.connect(account);
        } catch (MessagingException | RuntimeException e) {
            close(conversation);
            return new Outcome.Later(conversation.trouble(e));
        }
        try {
            SmtpExtensions offered = conversation.extensions();
            servers.heard(sender.toString(), offered);
            return refusal(offered, parcel).orElseGet(() -> send(conversation, session, parcel));
        } finally {
            close(conversation);
        }
    }

    /** What the server has said it can't take is not even offered to it. */
    private static Optional<Outcome> refusal(SmtpExtensions offered, Parcel parcel) {
        if (!offered.takes(parcel.message().length)) {
            return Optional.of(new Outcome.Refused("smtp-too-large"));
        }
        return parcel.international() && !offered.utf8()
                ? Optional.of(new Outcome.Refused("smtp-no-utf8"))
                : Optional.empty();
    }

    private static Outcome send(SmtpConversation conversation, Session session, Parcel parcel) {
        var mail = new FixedMessage(session, parcel);
        try {
            conversation.announce(session, mail.getSize());
            conversation.sendMessage(mail, new Address[] {mail.recipient()});
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return outcome(conversation, SmtpReply.of(e));
        } catch (RuntimeException e) {
            return outcome(conversation, Optional.empty());
        }
    }

    private static Outcome outcome(SmtpConversation conversation, Optional<SmtpReply> reply) {
        if (conversation.overtaken()) {
            return new Outcome.Overtaken();
        }
        if (reply.isEmpty()) {
            return conversation.dotted() ? new Outcome.Unanswered() : new Outcome.Later("smtp-broken-off");
        }
        int code = reply.get().code();
        if (code < 300 && conversation.dotted()) {
            return new Outcome.Accepted();
        }
        boolean never = code >= 500 && !ACCOUNT.contains(code);
        return never
                ? new Outcome.Refused(reply.get().word())
                : new Outcome.Later(reply.get().word());
    }

    /** What counts has been said by now: a farewell that fails changes nothing. */
    private static void close(SmtpConversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.DEBUG, "smtp-closed-badly");
        }
    }
}
