package org.obhut.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.obhut.report.Report;

/** What every file says of its report, in words. */
public final class ReportWords {

    private ReportWords() {}

    /** Such as {@code 1. Oktober bis 31. Dezember 2026, Stand 12. Januar 2027}. */
    public static String period(Report report, Wording wording) {
        return wording.text(
                "export.period",
                day(report.period().from(), "export.day.first", wording),
                day(report.period().to(), "export.day", wording),
                day(report.asOf(), "export.day", wording));
    }

    /** That it must not be handed on yet, or does not hold any more; empty where it is released. */
    public static Optional<String> state(Report report, Wording wording) {
        return switch (report.state()) {
            case DRAFT -> Optional.of(wording.text("export.draft"));
            case WITHDRAWN -> Optional.of(wording.text("export.withdrawn"));
            case RELEASED -> Optional.empty();
        };
    }

    private static String day(LocalDate day, String pattern, Wording wording) {
        return DateTimeFormatter.ofPattern(wording.text(pattern), Locale.forLanguageTag(wording.language()))
                .format(day);
    }
}
