package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
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

    @ParameterizedTest
    @CsvSource({
        // within a day, over noon, over night
        "2026-03-02T09:30, 2, 2026-03-02T11:30",
        "2026-03-02T11:30, 2, 2026-03-02T14:30",
        "2026-03-02T16:30, 2, 2026-03-03T10:30",
        "2026-03-02T03:00, 1, 2026-03-02T10:00",
        "2026-03-02T23:59, 1, 2026-03-03T10:00",
        // what ends with the day ends there
        "2026-03-02T15:00, 2, 2026-03-02T17:00",
        // over the weekend, which has two hours on Saturday
        "2026-03-06T16:00, 4, 2026-03-09T10:00",
        "2026-03-08T12:00, 1, 2026-03-09T10:00",
        // over Easter: Good Friday and Easter Monday are none, Saturday is
        "2026-04-02T16:30, 1, 2026-04-04T10:30",
        "2026-04-02T16:00, 4, 2026-04-07T10:00",
        // over Christmas Day, Boxing Day and a Sunday
        "2026-12-24T16:30, 1, 2026-12-28T09:30",
        // over New Year
        "2026-12-31T16:30, 1, 2027-01-02T10:30"
    })
    void soMuchIsWorkedSinceAMoment(String from, int hours, String until) {
        assertEquals(berlin(until), OFFICE.after(berlin(from), Duration.ofHours(hours)));
        assertEquals(Duration.ofHours(hours), OFFICE.between(berlin(from), berlin(until)));
    }

    @Test
    void anHourThatClocksLeaveOutIsNotWorkedAndOneTheyRunThroughTwiceIsTwice() {
        WorkingHours nights = WorkingHours.parse("Mo-Su 00:00-06:00");
        Instant march = berlin("2026-03-29T00:00");
        assertEquals(berlin("2026-03-29T04:00"), nights.after(march, Duration.ofHours(3)));
        assertEquals(Duration.ofHours(5), nights.between(march, berlin("2026-03-29T12:00")));
        Instant october = berlin("2026-10-25T00:00");
        assertEquals(berlin("2026-10-25T04:00"), nights.after(october, Duration.ofHours(5)));
        assertEquals(Duration.ofHours(7), nights.between(october, berlin("2026-10-25T12:00")));
    }

    @Test
    void theChangeOfClocksDoesNotMoveTheHoursOfTheOffice() {
        Instant saturday = berlin("2026-03-28T11:30");
        assertEquals(Instant.parse("2026-03-30T08:30:00Z"), OFFICE.after(saturday, Duration.ofHours(2)));
        assertEquals(Duration.ofHours(2), OFFICE.between(saturday, Instant.parse("2026-03-30T08:30:00Z")));
    }

    @Test
    void nothingIsWorkedBackwards() {
        assertEquals(Duration.ZERO, OFFICE.between(berlin("2026-03-03T10:00"), berlin("2026-03-02T10:00")));
        assertEquals(Duration.ZERO, OFFICE.between(berlin("2026-03-02T10:00"), berlin("2026-03-02T10:00")));
    }

    @Test
    void daysMayBeGermanAndAreKeptInTheForm() {
        WorkingHours hours = WorkingHours.parse("Di-Do 09:00-12:00; So 10:00-11:00");
        assertEquals("Tu-Th 09:00-12:00; Su 10:00-11:00", hours.text());
        assertEquals("Di-Do 09:00-12:00; So 10:00-11:00", hours.text(Locale.GERMAN));
        assertEquals(hours, WorkingHours.parse(hours.text(Locale.GERMAN)));
        assertTrue(hours.include(berlin("2026-03-03T10:00")));
    }
}
