package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrozenReportTest {

    @Test
    void isReadAsItWasWritten() {
        for (String period : new String[] {"2026-Q3", "2026-H2", "2026"}) {
            Report report = CompositionTest.report(period).in(Report.State.RELEASED);
            assertEquals(report, FrozenReport.read(FrozenReport.write(report)));
            Narrative narrative =
                    new Narrative("Es fehlt an <Zeit>.\n\n\"Sehr\".", "Mehr davon", "koko", Instant.EPOCH);
            Report told = new Report(
                    report.publisher(),
                    report.title(),
                    report.period(),
                    report.asOf(),
                    report.state(),
                    2,
                    report.notes(),
                    report.figures(),
                    report.sections(),
                    narrative);
            assertEquals(told, FrozenReport.read(FrozenReport.write(told)));
            assertNotEquals(report, told);
        }
    }

    @Test
    void publishedCountsAreReadAsTheyWereWritten() {
        Numbers numbers = CompositionTest.numbers(Period.parse("2026-Q3").orElseThrow());
        assertEquals(numbers, Numbers.read(numbers.text()));
        assertEquals(new Numbers(java.util.Map.of()), Numbers.read(""));
    }
}
