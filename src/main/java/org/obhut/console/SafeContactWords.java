package org.obhut.console;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.obhut.ticket.ContactHours;
import org.obhut.ticket.SafeContact;

/** How a client can be written to, as sentences; first what must not be. */
public final class SafeContactWords {

    private static final int WEEK = 7;

    private SafeContactWords() {}

    public static List<String> of(Frame frame, SafeContact hints) {
        return of(frame.texts(), hints);
    }

    static List<String> of(Texts texts, SafeContact hints) {
        List<String> words = new ArrayList<>();
        if (hints.silent()) {
            words.add(texts.text("safe.silent"));
        }
        if (hints.onlyTo() != null) {
            words.add(texts.text("safe.only-to", hints.onlyTo()));
        }
        if (hints.hours() != null) {
            words.add(texts.text("safe.only-at", hours(texts, hints.hours())));
        }
        if (!hints.avoid().isEmpty()) {
            words.add(texts.text("safe.do-not-mention", hints.avoid()));
        }
        if (!hints.hint().isEmpty()) {
            words.add(hints.hint());
        }
        return words;
    }

    private static String hours(Texts texts, ContactHours hours) {
        String days = hours.days().size() == WEEK
                ? texts.text("safe.daily")
                : hours.inOrder().stream().map(day -> day(texts, day)).collect(Collectors.joining(", "));
        return hours.from().equals(hours.to())
                ? days
                : texts.text(
                        "safe.between",
                        days,
                        hours.from().toString(),
                        hours.to().toString());
    }

    /** Two letters or three, as the language has it. */
    public static String day(Frame frame, DayOfWeek day) {
        return day(frame.texts(), day);
    }

    private static String day(Texts texts, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.language().locale());
    }

    /** All days of the week from Monday on. */
    public static List<DayOfWeek> week() {
        return List.of(DayOfWeek.values());
    }

    /** Whether a day is ticked: all are where nothing is said. */
    public static boolean ticked(SafeContact hints, DayOfWeek day) {
        return hints.hours() == null || hints.hours().days().contains(day);
    }

    /** What stands in the field of a time; empty where nothing is said. */
    public static String from(SafeContact hints) {
        return hints.hours() == null ? "" : text(hints.hours(), hints.hours().from());
    }

    public static String to(SafeContact hints) {
        return hints.hours() == null ? "" : text(hints.hours(), hints.hours().to());
    }

    private static String text(ContactHours hours, LocalTime time) {
        return hours.from().equals(hours.to()) ? "" : time.toString();
    }
}
