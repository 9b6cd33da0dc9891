package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {

    private final GrowingPause pause = new GrowingPause(new SecureRandom());

    private static void about(Duration expected, Duration seen) {
        long quarter = expected.toMillis() / 4;
        assertTrue(
                seen.toMillis() >= expected.toMillis() - quarter && seen.toMillis() <= expected.toMillis() + quarter,
                expected + " but " + seen);
    }

    @Test
    void doublesUpToFiveMinutesAndBeginsAnew() {
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            about(Duration.ofSeconds(seconds), pause.next());
        }
        pause.reset();
        about(Duration.ofSeconds(1), pause.next());
    }
}
