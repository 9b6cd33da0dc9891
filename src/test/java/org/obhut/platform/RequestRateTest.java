package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private static final String HERE = "203.0.113.7";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final RequestRate rate = new RequestRate(3, 0.5, new SecureRandom(), clock);

    private void use(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertEquals(Duration.ZERO, rate.take(address));
        }
    }

    @Test
    void soManyAtOnceAndThenSoManyASecond() {
        use(3, HERE);
        assertEquals(Duration.ofSeconds(2), rate.take(HERE));
        clock.move(Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(1), rate.take(HERE));
        clock.move(Duration.ofSeconds(1));
        use(1, HERE);
        assertFalse(rate.take(HERE).isZero());
    }

    @Test
    void oneAddressTakesNothingFromAnother() {
        use(3, HERE);
        use(3, "2001:db8::7");
        assertFalse(rate.take(HERE).isZero());
    }

    @Test
    void noAddressIsKeptAndTheHashOfOneIsAnotherInTheNextHour() {
        use(1, HERE);
        List<String> before = rate.kept();
        assertEquals(1, before.size());
        assertFalse(before.get(0).contains(HERE));
        clock.move(Duration.ofHours(1));
        use(1, HERE);
        assertEquals(1, rate.kept().size());
        assertNotEquals(before, rate.kept());
    }

    @Test
    void manyAddressesTakeNoEndlessMemory() {
        for (int i = 0; i < 30_000; i++) {
            rate.take("2001:db8::" + Integer.toHexString(i));
        }
        assertTrue(rate.kept().size() <= 20_000);
    }

    @Test
    void aProxyIsBelievedOnThisMachineAlone() {
        assertEquals(HERE, RequestLimits.address(HERE, null));
        assertEquals(HERE, RequestLimits.address(HERE, "198.51.100.1"));
        assertEquals("198.51.100.1", RequestLimits.address("127.0.0.1", "192.0.2.66, 198.51.100.1"));
        assertEquals("127.0.0.1", RequestLimits.address("127.0.0.1", null));
    }
}
