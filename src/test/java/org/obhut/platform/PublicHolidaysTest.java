package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    /** The first and last days there can be, a leap year, and years in which an epact is corrected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2019-04-21",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2038-04-25",
                "2049-04-18",
                "2076-04-19",
                "2106-04-18",
                "2285-03-22"
            })
    void easterIsOnThisSunday(LocalDate sunday) {
        assertEquals(sunday, PublicHolidays.easter(sunday.getYear()));
    }

    @Test
    void elevenDaysOfTheYearAreHolidays() {
        List<String> days = Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                .limit(365)
                .filter(PublicHolidays::on)
                .map(LocalDate::toString)
                .toList();
        assertEquals(
                List.of(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-06-04",
                        "2026-10-03",
                        "2026-11-01",
                        "2026-12-25",
                        "2026-12-26"),
                days);
    }

    /** Good Friday, Easter Monday, Ascension, Whit Monday and Corpus Christi, as calendars of these years print them. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-29, 2024-04-01, 2024-05-09, 2024-05-20, 2024-05-30",
        "2025-04-18, 2025-04-21, 2025-05-29, 2025-06-09, 2025-06-19",
        "2026-04-03, 2026-04-06, 2026-05-14, 2026-05-25, 2026-06-04",
        "2027-03-26, 2027-03-29, 2027-05-06, 2027-05-17, 2027-05-27",
        "2028-04-14, 2028-04-17, 2028-05-25, 2028-06-05, 2028-06-15",
        "2029-03-30, 2029-04-02, 2029-05-10, 2029-05-21, 2029-05-31",
        "2030-04-19, 2030-04-22, 2030-05-30, 2030-06-10, 2030-06-20",
        "2031-04-11, 2031-04-14, 2031-05-22, 2031-06-02, 2031-06-12",
        "2032-03-26, 2032-03-29, 2032-05-06, 2032-05-17, 2032-05-27",
        "2033-04-15, 2033-04-18, 2033-05-26, 2033-06-06, 2033-06-16",
        "2034-04-07, 2034-04-10, 2034-05-18, 2034-05-29, 2034-06-08",
        "2035-03-23, 2035-03-26, 2035-05-03, 2035-05-14, 2035-05-24",
        "2036-04-11, 2036-04-14, 2036-05-22, 2036-06-02, 2036-06-12",
        "2037-04-03, 2037-04-06, 2037-05-14, 2037-05-25, 2037-06-04",
        "2038-04-23, 2038-04-26, 2038-06-03, 2038-06-14, 2038-06-24",
        "2039-04-08, 2039-04-11, 2039-05-19, 2039-05-30, 2039-06-09",
        "2040-03-30, 2040-04-02, 2040-05-10, 2040-05-21, 2040-05-31"
    })
    void theMovableOnesAndNoOthersStandBesideTheSixOfTheCalendar(
            LocalDate friday, LocalDate monday, LocalDate ascension, LocalDate whit, LocalDate corpus) {
        int year = friday.getYear();
        Set<LocalDate> expected = new TreeSet<>(Set.of(
                friday,
                monday,
                ascension,
                whit,
                corpus,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 10, 3),
                LocalDate.of(year, 11, 1),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26)));
        Set<LocalDate> holidays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(PublicHolidays::on)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, holidays);
        assertEquals(11, holidays.size());
    }
}
