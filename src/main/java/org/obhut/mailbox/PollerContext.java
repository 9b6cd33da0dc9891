package org.obhut.mailbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.obhut.platform.GrowingPause;

/**
 * What all pollers share.
 *
 * @param watchdog wakes pollers out of IDLE
 * @param patience how long the network may be silent
 * @param firstPause after a first failure
 */
record PollerContext(
        Turn.Turns turns,
        Credentials credentials,
        ScheduledExecutorService watchdog,
        Clock clock,
        SecureRandom random,
        Patience patience,
        Duration firstPause) {

    /**
     * How long a connection is trusted without a sign of life.
     *
     * @param idle after this IDLE is begun anew (RFC 2177 wants it within 29 minutes; routers forget connections much sooner)
     * @param silence after this the connection counts as dead; longer than {@code idle}
     * @param steady a connection that has lasted so long is not broken when it ends
     */
    record Patience(Duration idle, Duration silence, Duration steady) {

        static final Patience USUAL =
                new Patience(Duration.ofSeconds(100), Duration.ofSeconds(120), Duration.ofSeconds(10));
    }

    GrowingPause pause() {
        return new GrowingPause(random, firstPause);
    }
}
