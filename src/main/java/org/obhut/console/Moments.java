package org.obhut.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Light;
import org.obhut.ticket.TicketRow;

/** Times as people read them: today and tomorrow by name, a due time as what is left of it. */
public final class Moments {

    /** Counselling happens here, whatever zone the server keeps. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** More days than anyone counts. */
    private static final int MANY = 14;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;
    private final Clock clock;

    /** By the key of their pattern; of one request, like this. */
    private final Map<String, DateTimeFormatter> formats = new HashMap<>();

    public Moments(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Such as {@code heute, 08:31} or {@code 11. Januar, 09:02}. */
    public String at(Instant instant) {
        ZonedDateTime when = instant.atZone(ZONE);
        return texts.text("moment.at", relativeDay(when.toLocalDate()), time(when));
    }

    /** A day in full: {@code 12.02.2027}. */
    public String day(LocalDate day) {
        return formatted(day, "format.day");
    }

    /** A day in full and its time: {@code 12.02.2027, 16:00}. */
    public String full(Instant instant) {
        ZonedDateTime when = instant.atZone(ZONE);
        return day(when.toLocalDate()) + ", " + time(when);
    }

    /** A day in a list: {@code 12.02.} */
    public String shortDay(LocalDate day) {
        return formatted(day, near(day) ? "format.day.short" : "format.day");
    }

    /** A month with its year: {@code November 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", texts.language().locale())
                .format(month);
    }

    /** A day with its weekday: {@code Donnerstag, 12. März 2026}. */
    String weekday(LocalDate day) {
        return formatted(day, "format.day.weekday");
    }

    public String clock(Instant instant) {
        return time(instant.atZone(ZONE));
    }

    /** What a list says of a ticket's deadline: never by colour alone. */
    public Due due(TicketRow row) {
        return switch (row.status()) {
            case CLOSED -> Due.none(texts.text("due.closed"));
            case WAITING -> Due.none(texts.text("due.waiting"));
            case OPEN -> due(row.dueAt(), row.light());
        };
    }

    private Due due(@Nullable Instant dueAt, Light light) {
        if (dueAt == null) {
            return Due.none(texts.text("due.none"));
        }
        return switch (light) {
            case NONE -> Due.none(words(dueAt));
            case GREEN -> Due.ok(words(dueAt));
            case YELLOW -> Due.soon(words(dueAt));
            case RED -> Due.late(words(dueAt));
            case ESCALATED -> Due.late(texts.text("due.escalated", words(dueAt)));
        };
    }

    private String words(Instant dueAt) {
        Duration left = Duration.between(clock.instant(), dueAt);
        if (left.isNegative()) {
            return overdue(left.negated());
        }
        ZonedDateTime when = dueAt.atZone(ZONE);
        if (when.toLocalDate().equals(today())) {
            return texts.text("due.today", time(when));
        }
        if (when.toLocalDate().equals(today().plusDays(1))) {
            return texts.text("due.tomorrow", time(when));
        }
        long days = ChronoUnit.DAYS.between(today(), when.toLocalDate());
        return days <= MANY ? texts.text("due.days", days) : texts.text("due.on", shortDay(when.toLocalDate()));
    }

    private String overdue(Duration late) {
        return late.toHours() < 48
                ? texts.text("due.late.hours", Math.max(1, late.toHours()))
                : texts.text("due.late.days", late.toDays());
    }

    private String relativeDay(LocalDate day) {
        if (day.equals(today())) {
            return texts.text("moment.today");
        }
        if (day.equals(today().minusDays(1))) {
            return texts.text("moment.yesterday");
        }
        return formatted(day, near(day) ? "format.day.long" : "format.day");
    }

    /** Whether day and month alone say which day is meant. */
    private boolean near(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(today(), day)) < 300;
    }

    private String time(ZonedDateTime when) {
        return TIME.format(when);
    }

    private String formatted(LocalDate day, String pattern) {
        return formats.computeIfAbsent(
                        pattern,
                        key -> DateTimeFormatter.ofPattern(
                                texts.text(key), texts.language().locale()))
                .format(day);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
