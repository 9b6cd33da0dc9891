package org.obhut.platform;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a service works, in the time of Berlin: never on a public holiday of North Rhine-Westphalia, else at the hours of the week
 * that are set. They are written as OpenStreetMap's {@code opening_hours} writes the simple ones:
 * {@code Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00}.
 */
public final class WorkingHours {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Map<String, String> GERMAN_DAYS = Map.of("Di", "Tu", "Mi", "We", "Do", "Th", "So", "Su");
    private static final Pattern GERMAN_DAY = Pattern.compile("\\b(?:Di|Mi|Do|So)\\b");
    private static final String DAY = "(" + String.join("|", DAYS) + ")";
    private static final Pattern EACH_DAY = Pattern.compile("\\b" + DAY + "\\b");
    private static final String TIME = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";
    private static final Pattern RULE =
            Pattern.compile(DAY + "(?:-" + DAY + ")?\\s+(" + TIME + "(?:,\\s*" + TIME + ")*)");

    /** Longer than any row of days on which nobody works. */
    private static final int MOST_DAYS = 4000;

    private record Span(LocalTime from, LocalTime to) {}

    /** A span on a day. */
    private record Shift(Instant from, Instant to) {}

    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);

    private final String text;

    private WorkingHours(String text) {
        this.text = text;
    }

    /**
     * Days may be written in German too ({@code Di}, {@code Mi}, {@code Do}, {@code So}); they are kept as the form has them.
     *
     * @throws IllegalArgumentException where the text is not of the form above, or a span ends before it begins
     */
    public static WorkingHours parse(String text) {
        String written = GERMAN_DAY.matcher(text.strip()).replaceAll(day -> GERMAN_DAYS.get(day.group()));
        WorkingHours hours = new WorkingHours(written);
        for (String rule : written.split(";", -1)) {
            Matcher parts = RULE.matcher(rule.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("no opening hours");
            }
            int first = DAYS.indexOf(parts.group(1));
            int last = parts.group(2) == null ? first : DAYS.indexOf(parts.group(2));
            for (String span : parts.group(3).split(",\\s*")) {
                hours.add(first, last, span(span));
            }
        }
        return hours;
    }

    private static Span span(String text) {
        try {
            Span span = new Span(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
            if (span.from().isBefore(span.to())) {
                return span;
            }
        } catch (DateTimeParseException e) {
            // the same answer as for a span that ends before it begins
        }
        throw new IllegalArgumentException("no opening hours");
    }

    /** From the first day to the last, over the end of the week where it comes between. */
    private void add(int first, int last, Span span) {
        for (int day = first; ; day = (day + 1) % 7) {
            week.computeIfAbsent(DayOfWeek.of(day + 1), any -> new ArrayList<>())
                    .add(span);
            if (day == last) {
                return;
            }
        }
    }

    /** Whether somebody works at this moment. A span's end is not part of it. */
    public boolean include(Instant moment) {
        ZonedDateTime local = moment.atZone(ZONE);
        LocalTime time = local.toLocalTime();
        return !PublicHolidays.on(local.toLocalDate())
                && week.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                        .anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(span.to()));
    }

    /** Whether somebody works on some hour of this day. */
    public boolean include(LocalDate day) {
        return !shifts(day).isEmpty();
    }

    /**
     * The moment at which so much time has been worked since another. What ends with a span ends there, and not where the next one
     * begins; an hour that clocks leave out or run through twice counts as it passes.
     *
     * @param work more than nothing
     */
    public Instant after(Instant from, Duration work) {
        Duration left = work;
        LocalDate day = LocalDate.ofInstant(from, ZONE);
        for (int i = 0; i < MOST_DAYS; i++) {
            for (Shift shift : shifts(day.plusDays(i))) {
                Instant begin = shift.from().isBefore(from) ? from : shift.from();
                Duration length = Duration.between(begin, shift.to());
                if (left.compareTo(length) <= 0) {
                    return begin.plus(left);
                }
                left = length.isNegative() ? left : left.minus(length);
            }
        }
        throw new IllegalArgumentException("more work than anybody does");
    }

    /** How much is worked between two moments; nothing where the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, ZONE);
        for (LocalDate day = LocalDate.ofInstant(from, ZONE); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : shifts(day)) {
                Instant begin = shift.from().isBefore(from) ? from : shift.from();
                Instant end = shift.to().isAfter(to) ? to : shift.to();
                worked = end.isAfter(begin) ? worked.plus(Duration.between(begin, end)) : worked;
            }
        }
        return worked;
    }

    private List<Shift> shifts(LocalDate day) {
        if (PublicHolidays.on(day)) {
            return List.of();
        }
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .sorted(Comparator.comparing(Span::from))
                .map(span -> new Shift(
                        day.atTime(span.from()).atZone(ZONE).toInstant(),
                        day.atTime(span.to()).atZone(ZONE).toInstant()))
                .toList();
    }

    /** As it was written, with the days of the form. */
    public String text() {
        return text;
    }

    /** With the days' short names in a language. What is so written in German can be read again. */
    public String text(Locale locale) {
        return EACH_DAY.matcher(text).replaceAll(day -> DayOfWeek.of(DAYS.indexOf(day.group()) + 1)
                .getDisplayName(TextStyle.SHORT_STANDALONE, locale));
    }

    /** As those are that were written in the same way. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingHours hours && hours.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
