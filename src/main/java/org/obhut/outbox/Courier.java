package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Loopback;

/** Hands one mail to one SMTP server and says how that ended. Keeps nothing and knows no database. */
@ApplicationScoped
class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    /** Answers to a mail that are about our account, not the mail (RFC 4954 section 6): someone has to mend it, the mail waits. */
    private static final Set<Integer> ACCOUNT = Set.of(530, 534, 535, 538);

    private static final String NOWHERE = "<>";

    private final SmtpPatience patience;

    Courier() {
        this(SmtpPatience.USUAL);
    }

    Courier(SmtpPatience patience) {
        this.patience = patience;
    }

    /** How long a row has to stay claimed from its final dot on. */
    Duration lease() {
        return patience.lease();
    }

    /** Connects and signs in, and sends nothing. Returns why that failed, null where it did not. */
    @Nullable
    String probe(SmtpAccount account, AddrSpec sender) {
        if (inClear(account)) {
            return "smtp-clear-text-refused";
        }
        Session session = SmtpSession.of(account, sender, sender.toString(), patience);
        var conversation = new SmtpConversation(session, () -> false);
        try {
            conversation.connect(account);
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
        Session session = SmtpSession.of(account, sender, reversePath, patience);
        var conversation = new SmtpConversation(session, finalDot);
        try {
            return deliver(conversation, account, new Fixed(session, parcel));
        } finally {
            close(conversation);
        }
    }

    private static Outcome deliver(SmtpConversation conversation, SmtpAccount account, Fixed mail) {
        try {
            conversation.connect(account);
        } catch (MessagingException | RuntimeException e) {
            return new Outcome.Later(conversation.trouble(e));
        }
        try {
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

    /** A message whose bytes go out exactly as they were fixed. */
    private static final class Fixed extends MimeMessage {

        private final Parcel parcel;

        Fixed(Session session, Parcel parcel) {
            super(session);
            this.parcel = parcel;
        }

        InternetAddress recipient() {
            var address = new InternetAddress();
            address.setAddress(parcel.recipient());
            return address;
        }

        @Override
        public int getSize() {
            return parcel.message().length;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(parcel.message());
        }
    }
}
