package org.obhut.platform;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * Pauses between attempts: each twice the one before, from one second to five minutes, varied by a quarter so that many do
 * not come at once. For one thread.
 */
public final class GrowingPause {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SecureRandom random;
    private final Duration first;
    private Duration next;

    public GrowingPause(SecureRandom random) {
        this(random, Duration.ofSeconds(1));
    }

    /** @param first the shortest pause; tests make it short */
    public GrowingPause(SecureRandom random, Duration first) {
        this.random = random;
        this.first = first;
        this.next = first;
    }

    /** The next pause. */
    public Duration next() {
        Duration pause = next;
        next = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        long quarter = pause.toMillis() / 4;
        return pause.minusMillis(quarter).plusMillis(random.nextLong(2 * quarter + 1));
    }

    /** It worked: begin anew. */
    public void reset() {
        next = first;
    }
}
