package org.obhut.console;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.obhut.allocation.WorkProfile;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.WorkingHours;
import org.obhut.ticket.TimelineEntry;

/** How people work, and why a rule chose them, in words and in the fields of forms. */
public final class WorkWords {

    private WorkWords() {}

    /** Languages that a person can tick. @param chosen those that they have ticked already */
    public static List<Code> languages(CodeLists lists, Collection<String> chosen) {
        return lists.list(Name.LANGUAGE).offered(chosen).codes().stream()
                .filter(code -> code.key().matches("[a-z]{2,3}"))
                .toList();
    }

    /** Topics that a person can tick. @param chosen those that they have ticked already */
    public static List<Code> topics(CodeLists lists, Collection<String> chosen) {
        return lists.list(Name.TOPIC).offered(chosen).codes();
    }

    public static List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    /** A day of the week in the console's language, short. */
    public static String day(Frame frame, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, frame.language().locale());
    }

    /** What was ticked, as a profile. @throws InvalidInput where no language was, or something is none */
    static WorkProfile typed(CodeLists lists, List<String> languages, List<String> days, List<String> topics) {
        Set<String> known = topics(lists, topics).stream().map(Code::key).collect(Collectors.toSet());
        return new WorkProfile(
                WorkProfile.languages(String.join(" ", languages)),
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> days.contains(day.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                topics.stream().filter(known::contains).collect(Collectors.toSet()));
    }

    /** Languages and days in one line. */
    public static String line(Frame frame, WorkProfile profile) {
        String days = Arrays.stream(DayOfWeek.values())
                .filter(profile.days()::contains)
                .map(day -> day(frame, day))
                .collect(Collectors.joining(", "));
        return names(frame, Name.LANGUAGE, profile.languages()) + " · "
                + (days.isEmpty() ? frame.t("work.no-days") : days);
    }

    private static String names(Frame frame, Name list, Collection<String> keys) {
        return keys.stream().map(key -> name(frame, list, key)).sorted().collect(Collectors.joining(", "));
    }

    private static String name(Frame frame, Name list, String key) {
        return frame.lists()
                .list(list)
                .find(key)
                .map(code -> code.label(frame.language().tag()))
                .orElse(key);
    }

    /** Why a rule chose somebody: {@code Rumänisch, am wenigsten zu tun}. */
    public static String grounds(Frame frame, TimelineEntry entry) {
        return Arrays.stream(entry.attributes().getOrDefault("grounds", "").split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> ground(frame, word))
                .collect(Collectors.joining(", "));
    }

    private static String ground(Frame frame, String word) {
        String[] parts = word.split(":", 2);
        String value = parts.length == 1 ? "" : parts[1];
        String name =
                switch (parts[0]) {
                    case "language" -> frame.languageName(value).orElse(value);
                    case "topic" -> name(frame, Name.TOPIC, value);
                    default -> value;
                };
        String key = "allot.ground." + parts[0];
        return frame.texts().has(key) ? frame.t(key, name) : name;
    }

    /** The topics that a mail's words propose; empty where they propose none. */
    public static String topics(Frame frame, TimelineEntry entry) {
        String topics = entry.attributes().getOrDefault("topics", "");
        return topics.isEmpty() ? "" : names(frame, Name.TOPIC, List.of(topics.split(" ")));
    }

    /** The entry by which the team's rule last proposed or chose somebody; null where it did not. */
    public static @org.jspecify.annotations.Nullable TimelineEntry ruled(TicketPane pane) {
        return pane.ticket().timeline().stream()
                .filter(entry -> "proposed".equals(entry.event()) || "allotted".equals(entry.event()))
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Working hours as their field takes them, with the days of the reader's language where it has them. */
    public static String hours(Frame frame, WorkingHours hours) {
        return frame.language() == Language.DE ? hours.text(Locale.GERMAN) : hours.text();
    }
}
