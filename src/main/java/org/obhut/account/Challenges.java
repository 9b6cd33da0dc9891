package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The challenges that passkeys have to sign (Web Authentication, section 13.4.3): 256 random bits each, good for one purpose, once and
 * for five minutes. In memory only, so none outlives a restart, and no more than a bound, so that asking for many costs others a second
 * try and the server nothing.
 */
@ApplicationScoped
public class Challenges {

    /** How long one can be answered; browsers are told to give up at the same time. */
    public static final Duration LASTS = Duration.ofMinutes(5);

    static final int MOST = 10_000;

    private record Open(String purpose, Instant until) {}

    /** By the SHA-256 of the challenge, the oldest first. */
    private final Map<String, Open> open = new LinkedHashMap<>();

    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Challenges() {
        this(null, null);
    }

    @Inject
    public Challenges(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A new challenge, base64url without padding. @param purpose what an answer to it is good for */
    synchronized String next(String purpose) {
        Instant now = clock.instant();
        Iterator<Open> oldest = open.values().iterator();
        while (oldest.hasNext() && (!oldest.next().until().isAfter(now) || open.size() >= MOST)) {
            oldest.remove();
        }
        String challenge = Handle.next(random);
        open.put(Handle.key(challenge), new Open(purpose, now.plus(LASTS)));
        return challenge;
    }

    /** Whether this challenge was given for this purpose and waits for its answer; from now on it does not. */
    synchronized boolean take(String challenge, String purpose) {
        Open taken = open.remove(Handle.key(challenge));
        return taken != null
                && taken.purpose().equals(purpose)
                && clock.instant().isBefore(taken.until());
    }
}
