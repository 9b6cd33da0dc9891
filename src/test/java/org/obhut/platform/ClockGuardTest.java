package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static ClockGuard guard(Duration databaseAhead, Optional<LocalDate> confirmed) {
        return new ClockGuard(new MovedClock(NOW), () -> NOW.plus(databaseAhead), confirmed);
    }

    private static final ClockGuard AGREEING = guard(Duration.ZERO, Optional.empty());

    @Test
    void agreesWithinFiveMinutesAndTwoDays() {
        assertEquals(NOW, AGREEING.agreed(NOW.minus(Duration.ofDays(2))));
        assertEquals(NOW, guard(Duration.ofMinutes(5), Optional.empty()).agreed(NOW));
        assertEquals(NOW, guard(Duration.ofMinutes(-5), Optional.empty()).agreed(NOW));
    }

    @Test
    void stopsWhereTheDatabaseSaysAnotherTimeWhoeverConfirms() {
        Optional<LocalDate> today = Optional.of(LocalDate.parse("2026-03-02"));
        assertThrows(ClockDoubt.class, () -> guard(Duration.ofMinutes(6), today).agreed(NOW));
        assertThrows(
                ClockDoubt.class, () -> guard(Duration.ofMinutes(-6), today).agreed(NOW));
    }

    @Test
    void stopsWhereTimeHasJumpedAndSaysHowToGoOn() {
        Instant longAgo = NOW.minus(Duration.ofDays(2)).minusSeconds(1);
        ClockDoubt doubt = assertThrows(ClockDoubt.class, () -> AGREEING.agreed(longAgo));
        assertTrue(doubt.getMessage().contains("OBHUT_CLOCK_CONFIRMED=2026-03-02"), doubt.getMessage());
        assertThrows(ClockDoubt.class, () -> AGREEING.agreed(NOW.plus(Duration.ofMinutes(6))));
    }

    @Test
    void goesOnOnTheConfirmedDayOnly() {
        Instant before = NOW.minus(Duration.ofDays(30));
        assertEquals(
                NOW,
                guard(Duration.ZERO, Optional.of(LocalDate.parse("2026-03-02"))).agreed(before));
        ClockGuard yesterday = guard(Duration.ZERO, Optional.of(LocalDate.parse("2026-03-01")));
        assertThrows(ClockDoubt.class, () -> yesterday.agreed(before));
    }
}
