package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void isReadAsItIsWritten() {
        for (String text : List.of("2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026")) {
            assertEquals(text, period(text).toString());
        }
        for (String text :
                List.of("", "2026-Q5", "2026-Q0", "2026-H3", "2026-11", "26", "2026-q1", "2026-Q1 ", "20266")) {
            assertTrue(Period.parse(text).isEmpty(), text);
        }
    }

    @Test
    void knowsItsDaysAndQuarters() {
        assertEquals(LocalDate.of(2026, 7, 1), period("2026-Q3").from());
        assertEquals(LocalDate.of(2026, 9, 30), period("2026-Q3").to());
        assertEquals(
                List.of(period("2026-Q3"), period("2026-Q4")), period("2026-H2").quarters());
        assertEquals(12, period("2026").months().size());
        assertEquals(period("2025-Q4"), Period.quarterOf(YearMonth.of(2025, 12)));
    }

    @Test
    void followsOneOfItsLength() {
        assertEquals(period("2025-Q4"), period("2026-Q1").before());
        assertEquals(period("2026-H1"), period("2026-H2").before());
        assertEquals(period("2025"), period("2026").before());
    }

    @Test
    void earlierAndShorterOnesComeFirst() {
        assertEquals(
                List.of("2026-Q1", "2026-Q2", "2026-H1", "2026-Q4", "2026-H2", "2026"),
                Stream.of("2026", "2026-H2", "2026-Q4", "2026-H1", "2026-Q1", "2026-Q2")
                        .map(PeriodTest::period)
                        .sorted()
                        .map(Period::toString)
                        .toList());
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }
}
