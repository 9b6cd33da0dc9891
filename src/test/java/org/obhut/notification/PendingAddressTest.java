package org.obhut.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingAddressTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void isConfirmedByItsCodeAloneAndForHalfAnHour() {
        PendingAddress pending = PendingAddress.of("leyla@privat.example", NOW, new SecureRandom());
        String code = pending.code();

        assertTrue(code.matches("\\d{6}"), code);
        assertTrue(pending.confirmedBy(code.substring(0, 3) + " " + code.substring(3), NOW));
        assertFalse(pending.confirmedBy(code + "0", NOW));
        assertFalse(pending.confirmedBy("", NOW));
        assertTrue(pending.confirmedBy(code, NOW.plus(Duration.ofMinutes(29))));
        assertFalse(pending.confirmedBy(code, NOW.plus(Duration.ofMinutes(30))));
        assertEquals(pending, PendingAddress.unpacked(pending.packed()));
        assertFalse(pending.toString().contains("leyla"));
    }
}
