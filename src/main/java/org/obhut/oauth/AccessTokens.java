package org.obhut.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.obhut.platform.GrowingPause;

/** The access tokens of all mailboxes; in memory only. A mailbox's IMAP and SMTP side share one. */
@ApplicationScoped
public class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RefreshTokens kept;
    private final SecureRandom random;
    private final Clock clock;
    private final TokenEndpoint endpoint = new TokenEndpoint(PATIENCE);
    private final Map<String, TokenSource> sources = new ConcurrentHashMap<>();

    @Inject
    public AccessTokens(RefreshTokens kept, SecureRandom random, Clock clock) {
        this.kept = kept;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected AccessTokens() {
        this(null, null, null);
    }

    /**
     * A token to sign in with now.
     *
     * @param mailbox its address
     * @throws TokenRefused where there is none; the endpoint is asked again only after a pause
     */
    public String token(String mailbox, OAuthClient client) throws TokenRefused {
        return source(mailbox, client).token();
    }

    private TokenSource source(String mailbox, OAuthClient client) {
        return sources.computeIfAbsent(
                mailbox, name -> new TokenSource(name, client, endpoint, kept, clock, new GrowingPause(random)));
    }

    /** The mail server took this token. */
    public void accepted(String mailbox, String token) {
        if (sources.containsKey(mailbox)) {
            sources.get(mailbox).accepted(token);
        }
    }

    /** The mail server did not take this token. */
    public void refused(String mailbox, String token) {
        if (sources.containsKey(mailbox)) {
            sources.get(mailbox).refused(token);
        }
    }

    /** The next question is asked at once. */
    public void retry(String mailbox) {
        if (sources.containsKey(mailbox)) {
            sources.get(mailbox).retry();
        }
    }
}
