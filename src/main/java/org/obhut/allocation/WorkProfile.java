package org.obhut.allocation;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.obhut.platform.InvalidInput;

/**
 * How a person counsels.
 *
 * @param languages primary subtags of BCP 47
 * @param days on which they work
 * @param topics keys of what they know most of
 */
public record WorkProfile(Set<String> languages, Set<DayOfWeek> days, Set<String> topics) {

    /** Whoever has said nothing speaks German and works from Monday to Friday. */
    public static final WorkProfile USUAL =
            new WorkProfile(Set.of("de"), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

    private static final int MOST_LANGUAGES = 30;

    public WorkProfile {
        languages = Set.copyOf(languages);
        days = Set.copyOf(days);
        topics = Set.copyOf(topics);
    }

    /**
     * As it was typed: tags or nothing but blanks and commas between them.
     *
     * @throws InvalidInput where something is no language, or there is none
     */
    public static Set<String> languages(String typed) {
        Set<String> tags = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (tags.isEmpty() || tags.size() > MOST_LANGUAGES || !tags.stream().allMatch(WorkProfile::known)) {
            throw new InvalidInput("languages", "no-language");
        }
        return tags;
    }

    private static boolean known(String tag) {
        return tag.matches("[a-z]{2,3}")
                && !Locale.forLanguageTag(tag)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .equals(tag);
    }

    boolean speaks(String language) {
        String primary = language.contains("-") ? language.substring(0, language.indexOf('-')) : language;
        return languages.contains(primary);
    }

    boolean worksOn(DayOfWeek day) {
        return days.contains(day);
    }

    /** In alphabetical order, blanks between them. */
    static String joined(Collection<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    static Set<String> split(String words) {
        return words.isBlank() ? Set.of() : Set.of(words.split(" "));
    }

    /** Bit 0 is Monday. */
    int dayBits() {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    static Set<DayOfWeek> days(int bits) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> (bits & 1 << day.ordinal()) != 0)
                .collect(Collectors.toSet());
    }
}
