package org.obhut.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;

class ChoiceTest {

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(Choice.ZONE).toInstant();
    }

    @Test
    void keepsQuietOverMidnight() {
        var choice = new Choice(Pace.AT_ONCE, false, 20, 7);

        assertFalse(choice.quiet(berlin("2026-11-25T19:59:59")));
        assertTrue(choice.quiet(berlin("2026-11-25T20:00:00")));
        assertTrue(choice.quiet(berlin("2026-11-26T06:59:59")));
        assertFalse(choice.quiet(berlin("2026-11-26T07:00:00")));
    }

    @Test
    void keepsQuietWithinADayAndNeverWhereTheHoursAreEqual() {
        var noon = new Choice(Pace.AT_ONCE, false, 12, 14);
        assertTrue(noon.quiet(berlin("2026-11-25T13:00:00")));
        assertFalse(noon.quiet(berlin("2026-11-25T14:00:00")));
        assertFalse(new Choice(Pace.AT_ONCE, false, 12, 12).quiet(berlin("2026-11-25T12:00:00")));
    }

    @Test
    void countsHoursAsTheyAreInBerlinInSummerToo() {
        var choice = new Choice(Pace.AT_ONCE, false, 20, 7);

        assertTrue(choice.quiet(Instant.parse("2026-07-01T18:00:00Z")));
        assertFalse(choice.quiet(Instant.parse("2026-12-01T18:00:00Z")));
    }

    @Test
    void staysApartAndRoundsUpSoThatItTellsNoArrival() {
        Instant now = berlin("2026-11-25T10:07:23");

        assertEquals(berlin("2026-11-25T10:30:00"), new Choice(Pace.AT_ONCE, false, 0, 0).next(now));
        assertEquals(berlin("2026-11-25T11:15:00"), new Choice(Pace.HOURLY, false, 0, 0).next(now));
        assertEquals(
                berlin("2026-11-26T08:00:00"), new Choice(Pace.DAILY, false, 0, 0).next(berlin("2026-11-25T08:00:03")));
        assertEquals(berlin("2026-11-26T08:00:00"), Choice.morning(berlin("2026-11-25T08:00:01")));
        assertEquals(berlin("2026-11-25T08:00:00"), Choice.morning(berlin("2026-11-25T07:00:00")));
    }

    @Test
    void refusesAnHourThatIsNone() {
        assertThrows(InvalidInput.class, () -> new Choice(Pace.OFF, false, 24, 7));
        assertThrows(InvalidInput.class, () -> new Choice(Pace.OFF, false, 20, -1));
    }
}
