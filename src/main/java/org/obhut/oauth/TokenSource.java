package org.obhut.oauth;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.GrowingPause;

/**
 * The access token of one mailbox, kept in memory until shortly before it expires. Whoever asks while another one fetches
 * waits for that one's answer. After a failure the endpoint is left alone for growing pauses, in which the failure stands.
 */
final class TokenSource {

    /** A token is replaced so long before its end that a sign-in under way still meets a good one. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(TokenSource.class.getName());

    private final String mailbox;
    private final OAuthClient client;
    private final TokenEndpoint endpoint;
    private final RefreshTokens kept;
    private final Clock clock;
    private final GrowingPause pause;

    private @Nullable TokenAnswer current;
    private Instant until = Instant.MIN;
    private @Nullable TokenRefused failure;
    private Instant again = Instant.MIN;
    private boolean renewed;
    private @Nullable Rotated rotated;

    /** A refresh token that the provider has replaced the file's one by; here until the database has it. */
    private record Rotated(String fromFile, String token) {}

    TokenSource(
            String mailbox,
            OAuthClient client,
            TokenEndpoint endpoint,
            RefreshTokens kept,
            Clock clock,
            GrowingPause pause) {
        this.mailbox = mailbox;
        this.client = client;
        this.endpoint = endpoint;
        this.kept = kept;
        this.clock = clock;
        this.pause = pause;
    }

    synchronized String token() throws TokenRefused {
        Instant now = clock.instant();
        if (current != null && now.isBefore(until)) {
            return current.accessToken();
        }
        if (failure != null && now.isBefore(again)) {
            throw failure;
        }
        try {
            current = fetch();
        } catch (TokenRefused e) {
            LOG.log(Level.WARNING, "token-refused {0} {1}", mailbox, e.reason());
            fail(e);
            throw e;
        }
        failure = null;
        Duration lifetime = current.lifetime();
        // A token that lives less than two minutes is good for half of that.
        until = now.plus(lifetime.compareTo(EARLY.multipliedBy(2)) < 0 ? lifetime.dividedBy(2) : lifetime.minus(EARLY));
        return current.accessToken();
    }

    private void fail(TokenRefused reason) {
        failure = reason;
        current = null;
        again = clock.instant().plus(pause.next());
    }

    /** The mail server took this token. */
    synchronized void accepted(String token) {
        if (current != null && current.accessToken().equals(token)) {
            renewed = false;
            pause.reset();
        }
    }

    /** The mail server did not take this token, which may have been revoked: a new one is fetched at once, but only once. */
    synchronized void refused(String token) {
        if (current == null || !current.accessToken().equals(token)) {
            return;
        }
        current = null;
        if (renewed) {
            fail(new TokenRefused("oauth-token-refused"));
        }
        renewed = true;
    }

    /** Someone has mended something and wants to see whether it helped. */
    synchronized void retry() {
        failure = null;
        current = null;
    }

    private TokenAnswer fetch() throws TokenRefused {
        if (client.refreshTokenFile() == null) {
            return endpoint.ask(client, null);
        }
        String fromFile = TokenEndpoint.firstLine(client.refreshTokenFile(), "oauth-refresh-token-file");
        String newest = newest(fromFile);
        TokenAnswer answer;
        try {
            answer = endpoint.ask(client, newest);
        } catch (TokenRefused e) {
            // Another node may have got a newer one in the meantime, by which this one has become worthless.
            String other = e.reason().equals("oauth-invalid-grant") ? newest(fromFile) : newest;
            if (other.equals(newest)) {
                throw e;
            }
            answer = endpoint.ask(client, other);
        }
        if (answer.refreshToken() != null && !answer.refreshToken().equals(newest)) {
            rotated = new Rotated(fromFile, answer.refreshToken());
            keep();
        }
        return answer;
    }

    private String newest(String fromFile) {
        keep();
        if (rotated != null && rotated.fromFile().equals(fromFile)) {
            return rotated.token();
        }
        return fromDatabase(fromFile).orElse(fromFile);
    }

    /** Empty too in an outage of the database: the file's token may still serve. */
    private Optional<String> fromDatabase(String fromFile) {
        try {
            return kept.newest(mailbox, fromFile);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "refresh-token-not-read {0} {1}",
                    mailbox,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /** The old one may be worthless by now, so that the new one must not be lost in an outage of the database. */
    private void keep() {
        if (rotated == null) {
            return;
        }
        try {
            kept.keep(mailbox, rotated.fromFile(), rotated.token());
            rotated = null;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "refresh-token-not-kept {0} {1}",
                    mailbox,
                    e.getClass().getName());
        }
    }
}
