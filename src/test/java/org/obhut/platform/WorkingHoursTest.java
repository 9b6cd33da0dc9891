package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    private static final WorkingHours OFFICE = WorkingHours.parse("Mo-Fr 09:00-12:00, 13:00-17:00; Sa 10:00-12:00");

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(WorkingHours.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59:59, false",
        "2026-03-02T09:00, true",
        "2026-03-02T11:59:59, true",
        "2026-03-02T12:00, false",
        "2026-03-02T13:00, true",
        "2026-03-06T16:59, true",
        "2026-03-07T10:00, true",
        "2026-03-07T13:30, false",
        "2026-03-08T10:00, false",
        // Corpus Christi, a Thursday
        "2026-06-04T10:00, false"
    })
    void somebodyWorks(String local, boolean works) {
        assertEquals(works, OFFICE.include(berlin(local)));
    }

    @Test
    void theHoursAreThoseOfBerlinInSummerToo() {
        assertTrue(OFFICE.include(Instant.parse("2026-07-06T07:00:00Z")));
        assertTrue(OFFICE.include(Instant.parse("2026-01-05T08:00:00Z")));
        assertEquals(false, OFFICE.include(Instant.parse("2026-01-05T07:00:00Z")));
    }

    @Test
    void daysMayRunOverTheEndOfTheWeek() {
        WorkingHours weekend = WorkingHours.parse("Sa-Mo 20:00-23:59");
        assertTrue(weekend.include(berlin("2026-03-08T21:00")));
        assertTrue(weekend.include(berlin("2026-03-09T21:00")));
        assertEquals(false, weekend.include(berlin("2026-03-10T21:00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mo",
                "09:00-17:00",
                "Mo-Fr 9-17",
                "Mo 17:00-09:00",
                "Mo 09:00-25:00",
                "Mon-Fri 09:00-17:00",
                "Mo-Fr 09:00-17:00;"
            })
    void whatIsNotOfTheFormIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WorkingHours.parse(text));
    }
}
