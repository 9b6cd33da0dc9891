package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.obhut.oauth.AccessTokens;
import org.obhut.oauth.TokenRefused;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.outbox.SignIn;
import org.obhut.platform.Authorities;

/**
 * What the mailboxes sign in with, got anew for each connection: a changed file needs no restart, and no password stays in
 * memory.
 */
@ApplicationScoped
public class Credentials {

    private final AccessTokens tokens;
    private final AddedMailboxes added;

    @Inject
    public Credentials(AccessTokens tokens, AddedMailboxes added) {
        this.tokens = tokens;
        this.added = added;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Credentials() {
        this(null, null);
    }

    /**
     * What to say to a server; null where it wants no sign-in.
     *
     * @param mailbox its address
     * @throws AccountUnavailable {@code password-file}, or the reason why there is no access token
     */
    @Nullable
    SignIn signIn(String mailbox, MailServer server) throws AccountUnavailable {
        String user = server.user();
        if (user == null) {
            return null;
        }
        if (server.credential() instanceof Credential.OAuth oauth) {
            try {
                return new SignIn(user, tokens.token(mailbox, oauth.client()), true);
            } catch (TokenRefused e) {
                throw new AccountUnavailable(e.reason());
            }
        }
        if (server.credential() instanceof Credential.Kept) {
            String kept = added.password(mailbox).orElseThrow(() -> new AccountUnavailable("mailbox-not-configured"));
            return new SignIn(user, kept, false);
        }
        return new SignIn(user, password(((Credential.Password) server.credential()).file()), false);
    }

    private static String password(Path file) throws AccountUnavailable {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new AccountUnavailable("password-file");
        }
    }

    /**
     * What checks a server's certificate; null for the platform.
     *
     * @throws AccountUnavailable {@code ca-file}
     */
    static @Nullable SSLSocketFactory trust(MailServer server) throws AccountUnavailable {
        if (server.caFile() == null) {
            return null;
        }
        try {
            return Authorities.of(server.caFile()).getSocketFactory();
        } catch (IOException e) {
            throw new AccountUnavailable("ca-file");
        }
    }

    /** A server has let us in. */
    void accepted(String mailbox, @Nullable SignIn signIn) {
        if (signIn != null && signIn.token()) {
            tokens.accepted(mailbox, signIn.secret());
        }
    }

    /** A server has not let us in. */
    void refused(String mailbox, @Nullable SignIn signIn) {
        if (signIn != null && signIn.token()) {
            tokens.refused(mailbox, signIn.secret());
        }
    }

    /** Someone wants to see whether it works by now. */
    void retry(String mailbox) {
        tokens.retry(mailbox);
    }
}
