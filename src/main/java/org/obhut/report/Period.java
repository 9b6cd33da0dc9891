package org.obhut.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a report is about: a quarter, a half-year or a year. Nothing shorter is reported on.
 *
 * @param year in the Gregorian calendar, four digits
 * @param number within the year, from 1; 1 for a year
 */
public record Period(int year, Kind kind, int number) implements Comparable<Period> {

    /** How long it is. */
    public enum Kind {
        QUARTER("Q", 3),
        HALF("H", 6),
        YEAR("", 12);

        private final String letter;
        private final int months;

        Kind(String letter, int months) {
            this.letter = letter;
            this.months = months;
        }
    }

    private static final Pattern TEXT = Pattern.compile("(20\\d\\d)(?:-(?:Q([1-4])|H([12])))?");

    public Period {
        if (number < 1 || number > 12 / kind.months) {
            throw new IllegalArgumentException("no such period");
        }
    }

    /** {@code 2026-Q3}, {@code 2026-H1} or {@code 2026}; empty for anything else. */
    public static Optional<Period> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(new Period(year, Kind.QUARTER, Integer.parseInt(matcher.group(2))));
        }
        return Optional.of(
                matcher.group(3) != null
                        ? new Period(year, Kind.HALF, Integer.parseInt(matcher.group(3)))
                        : new Period(year, Kind.YEAR, 1));
    }

    /** The quarter that a month is in. */
    public static Period quarterOf(YearMonth month) {
        return new Period(month.getYear(), Kind.QUARTER, (month.getMonthValue() + 2) / 3);
    }

    /** Those of one length in a year, the earliest first. */
    public static List<Period> all(int year, Kind kind) {
        return IntStream.rangeClosed(1, 12 / kind.months)
                .mapToObj(number -> new Period(year, kind, number))
                .toList();
    }

    public YearMonth first() {
        return YearMonth.of(year, (number - 1) * kind.months + 1);
    }

    public YearMonth last() {
        return first().plusMonths(kind.months - 1L);
    }

    /** Its first day. */
    public LocalDate from() {
        return first().atDay(1);
    }

    /** Its last day. */
    public LocalDate to() {
        return last().atEndOfMonth();
    }

    public List<YearMonth> months() {
        return IntStream.range(0, kind.months).mapToObj(first()::plusMonths).toList();
    }

    /** The quarters it is made of, the earliest first. */
    public List<Period> quarters() {
        return IntStream.range(0, kind.months / Kind.QUARTER.months)
                .mapToObj(i -> quarterOf(first().plusMonths((long) i * Kind.QUARTER.months)))
                .toList();
    }

    /** The one of the same length that ends where this begins. */
    public Period before() {
        YearMonth first = first().minusMonths(kind.months);
        return new Period(first.getYear(), kind, (first.getMonthValue() - 1) / kind.months + 1);
    }

    /** Earlier ones first, then shorter ones. */
    @Override
    public int compareTo(Period other) {
        int byEnd = last().compareTo(other.last());
        return byEnd != 0 ? byEnd : Integer.compare(kind.months, other.kind.months);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind == Kind.YEAR ? String.valueOf(year) : year + "-" + kind.letter + number;
    }
}
