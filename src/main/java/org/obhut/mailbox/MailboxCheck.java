package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obhut.account.PinMismatch;
import org.obhut.account.Teams;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.outbox.SignIn;
import org.obhut.outbox.SmtpProbe;

/**
 * Tries both sides of a mailbox at once and by connections of its own, when an administrator has mended something or wants
 * to know. Fetches and sends nothing.
 */
@ApplicationScoped
public class MailboxCheck {

    /** Someone waits for the answer. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /**
     * What was found.
     *
     * @param receiving a text key, null where all is well
     * @param sending a text key, null where all is well; {@code not-set} where nothing can be sent
     * @param team {@code keys-not-pinned}, null where all is well
     */
    public record Result(
            Instant at,
            @Nullable String receiving,
            @Nullable String sending,
            @Nullable String team) {}

    private final Credentials credentials;
    private final SmtpSide smtp;
    private final SmtpProbe probe;
    private final Teams teams;
    private final Clock clock;
    private final Map<String, Result> results = new ConcurrentHashMap<>();

    @Inject
    public MailboxCheck(Credentials credentials, SmtpSide smtp, SmtpProbe probe, Teams teams, Clock clock) {
        this.credentials = credentials;
        this.smtp = smtp;
        this.probe = probe;
        this.teams = teams;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxCheck() {
        this(null, null, null, null, null);
    }

    /** What the last check found; empty where there was none since the start. */
    Optional<Result> last(String address) {
        return Optional.ofNullable(results.get(address));
    }

    /** Tries; takes up to about a minute where a server does not answer. */
    void run(MailAccount account) {
        credentials.retry(account.address());
        Result result = new Result(clock.instant(), receiving(account), sending(account), team(account));
        results.put(account.address(), result);
    }

    private @Nullable String receiving(MailAccount account) {
        MailServer server = account.imap();
        SignIn signIn = null;
        try {
            signIn = credentials.signIn(account.address(), server);
            try (ImapInbox inbox = ImapInbox.open(server, signIn, SILENCE, Credentials.trust(server))) {
                credentials.accepted(account.address(), signIn);
                return removal(inbox, account.fetching().moveTo());
            }
        } catch (AuthenticationFailedException e) {
            credentials.refused(account.address(), signIn);
            return Trouble.of(e);
        } catch (AccountUnavailable | MessagingException | RuntimeException e) {
            return Trouble.of(e);
        }
    }

    /** Whether stored mails could be removed from the server. */
    private static @Nullable String removal(ImapInbox inbox, @Nullable String moveTo) throws MessagingException {
        if (inbox.capable("UIDPLUS")) {
            return null;
        }
        if (moveTo == null || !inbox.capable("MOVE")) {
            return "cannot-remove";
        }
        return inbox.hasFolder(moveTo) ? null : "no-such-folder";
    }

    private @Nullable String sending(MailAccount account) {
        if (account.smtp().isEmpty()) {
            return "not-set";
        }
        try {
            var used = smtp.account(account.address());
            String trouble = probe.probe(used, account.address());
            smtp.answered(account.address(), used, trouble);
            return trouble == null ? null : SmtpSide.word(trouble);
        } catch (AccountUnavailable e) {
            return e.reason();
        }
    }

    private @Nullable String team(MailAccount account) {
        try {
            teams.pinnedReaders(account.address());
            return null;
        } catch (PinMismatch e) {
            return "keys-not-pinned";
        }
    }
}
