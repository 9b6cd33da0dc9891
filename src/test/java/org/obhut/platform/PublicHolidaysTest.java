package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
