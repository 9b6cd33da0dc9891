package org.obhut.outbox;

import java.time.Duration;
import java.util.List;

/** How long a mail waits after each failed attempt (RFC 5321 section 4.5.4.1): soon at first, then ever more rarely. */
final class Pauses {

    private static final List<Duration> GROWING = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2));

    private Pauses() {}

    /** @param attempts made so far, at least 1 */
    static Duration after(int attempts) {
        return GROWING.get(Math.min(attempts, GROWING.size()) - 1);
    }
}
