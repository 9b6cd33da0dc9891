package org.obhut.reading;

import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line says of who wrote the quote below it: {@code Am 12.01.2027 um 10:00 schrieb Ana <ana@client.example>:}. Programs put
 * nothing there but a date, a name and an address in a fixed frame; a person who writes 'On Monday at ten my landlord wrote to me:'
 * uses words that no program uses. That difference, and not the verb, decides.
 *
 * @param ended it ends as an introduction does, with a colon mostly
 * @param wrote there is a word for writing
 * @param address there is an address in brackets
 * @param dated there is a year or a date in figures
 * @param timed there is a time of day
 * @param told there are words with which a person tells of others
 * @param named there is a name or an address, and no other word that is not the frame's
 * @param framed it begins as such a line does: with a date, or a word that programs put before one
 */
record Introduction(
        boolean ended,
        boolean wrote,
        boolean address,
        boolean dated,
        boolean timed,
        boolean told,
        boolean named,
        boolean framed) {

    /** Longer candidates are somebody's sentence, not a program's line. */
    static final int LONGEST = 400;

    private static final Phrases PHRASES = Phrases.read("quote-phrases.txt");
    private static final Pattern WROTE = words(PHRASES.all("wrote"));
    private static final Pattern TITLE = words(PHRASES.all("title"));
    private static final Set<String> TOLD = PHRASES.all("told");
    private static final Pattern TOLD_UNCASED =
            words(TOLD.stream().filter(w -> !cased(w)).toList());
    private static final Set<String> FRAME = frame();

    private static final Pattern END = Pattern.compile("([:：]|--|wrote)[\\s*_>]*$");
    private static final Pattern ADDRESS =
            Pattern.compile("(<|&lt;|[(\\[])\\s*(mailto:)?[^<>()\\[\\]]{0,100}@[^<>()\\[\\]]{1,200}(>|&gt;|[)\\]])>?");
    private static final Pattern QUOTED_NAME = Pattern.compile("\"[^\"]{1,80}\"|[„“”][^„“”]{1,80}[“”]|«[^«»]{1,80}»");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(19|20|25)\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?!\\d)");
    private static final Pattern TIME = Pattern.compile("(?<![\\d.,])\\d{1,2}(:\\d{2}|[.h]\\d{2}(?![\\d.]))(?!\\d)");

    /** Older Gmail: no word for writing, and a name without an address. */
    private static final Pattern BARE = Pattern.compile(
            "^(\\d{4}-\\d{1,2}-\\d{1,2} \\d{1,2}:\\d{2} (GMT|UTC)[+-]\\d{1,2}:?\\d{2} \\S.*|\\d{4}/\\d{1,2}/\\d{1,2} [^<]*<[^>]*@[^>]*>:?)$");

    private static final Introduction NONE = new Introduction(false, false, false, false, false, true, false, false);
    private static final Introduction PLAIN = new Introduction(true, true, true, true, true, false, true, true);

    /** Whether it is worth while to look at what ends with this line. */
    static boolean possible(String line) {
        int end = line.length() - 1;
        while (end >= 0 && (" *_>\u00a0".indexOf(line.charAt(end)) >= 0)) {
            end--;
        }
        if (end < 0) {
            return false;
        }
        char last = line.charAt(end);
        return last == ':' || last == '：' || last == '-' || line.startsWith("20") || line.startsWith("wrote", end - 4);
    }

    /** Reads a line, or several joined by a blank. */
    static Introduction of(String joined) {
        String text =
                joined.replace('\u00a0', ' ').replaceFirst("^[\\s>*_-]+", "").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return NONE;
        }
        if (BARE.matcher(text).matches()) {
            return PLAIN;
        }
        Matcher address = ADDRESS.matcher(text);
        boolean addressed = address.find();
        boolean quotedName = QUOTED_NAME.matcher(text).find();
        String rest = WROTE.matcher(QUOTED_NAME.matcher(address.replaceAll(" ")).replaceAll(" "))
                .replaceAll(" ");
        Words words = Words.of(rest);
        return new Introduction(
                END.matcher(text).find(),
                WROTE.matcher(text).find(),
                addressed,
                DATE.matcher(text).find(),
                TIME.matcher(text).find(),
                words.told(),
                words.named() && (words.someone() || addressed || quotedName),
                words.framed());
    }

    /** Sure enough to take all that follows for a quote, even where nothing marks it as one. */
    boolean certain() {
        return ended
                && !told
                && (address && dated && timed || address && wrote && named || dated && timed && wrote && named);
    }

    /** Sure enough where marked lines follow. */
    boolean likely() {
        return ended
                && !told
                && (wrote && (dated || timed || address || named) || dated && (timed || address) && (named || address));
    }

    /** Whether the line before belongs to this one: it has what is missing here, and no word of a person. */
    boolean continues(Introduction before, Introduction joined) {
        boolean brings = before.dated && !dated
                || before.timed && !timed
                || before.address && !address
                || before.wrote && !wrote;
        boolean program = before.framed || before.address || before.wrote;
        return brings && program && !joined.told && joined.ended;
    }

    private record Words(boolean told, boolean named, boolean someone, boolean framed) {

        static Words of(String rest) {
            boolean told =
                    TITLE.matcher(rest).find() || TOLD_UNCASED.matcher(rest).find();
            boolean named = true;
            boolean someone = false;
            boolean framed = false;
            boolean first = true;
            for (String word : rest.split("[\\s,;:：，()（）\\[\\]<>/|\"]+")) {
                String lower = Phrases.lower(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
                if (lower.isEmpty()) {
                    continue;
                }
                boolean small = Character.isLowerCase(word.codePointAt(0));
                told |= (small || first) && TOLD.contains(lower);
                named &= !small || lower.length() < 2 || FRAME.contains(lower) || lower.matches(".*[\\d._@=-].*");
                framed |= first && (FRAME.contains(lower) || Character.isDigit(lower.charAt(0)));
                boolean letters = lower.contains("@") || lower.chars().noneMatch(Character::isDigit);
                someone |= letters && !FRAME.contains(lower) && (lower.length() > 1 || !small);
                first = false;
            }
            return new Words(told, named, someone, framed);
        }
    }

    private static Set<String> frame() {
        Set<String> frame = new HashSet<>();
        for (Set<String> phrases : List.of(PHRASES.all("frame"), PHRASES.all("particle"))) {
            phrases.forEach(p -> frame.addAll(List.of(p.split(" "))));
        }
        for (String tag : PHRASES.byLanguage("frame").keySet()) {
            Locale locale = Locale.forLanguageTag(tag);
            for (TextStyle style : TextStyle.values()) {
                for (Month month : Month.values()) {
                    add(frame, month.getDisplayName(style, locale));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    add(frame, day.getDisplayName(style, locale));
                }
            }
            for (String half : DateFormatSymbols.getInstance(locale).getAmPmStrings()) {
                add(frame, half);
            }
        }
        return Set.copyOf(frame);
    }

    private static void add(Set<String> frame, String name) {
        for (String word : Phrases.lower(name).split("[\\s-]+")) {
            frame.add(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        }
    }

    /** Any of these, as whole words where the script has such. */
    private static Pattern words(Iterable<String> phrases) {
        StringBuilder cased = new StringBuilder();
        StringBuilder others = new StringBuilder();
        java.util.stream.StreamSupport.stream(phrases.spliterator(), false)
                .sorted(java.util.Comparator.comparing(String::length).reversed())
                .forEach(p -> (cased(p) ? cased : others).append('|').append(Pattern.quote(p)));
        String whole = cased.isEmpty() ? "" : "(?<![\\p{L}\\p{M}])(" + cased.substring(1) + ")(?![\\p{L}\\p{M}])";
        String anywhere = others.isEmpty() ? "" : others.substring(1);
        return Pattern.compile(
                whole + (whole.isEmpty() || anywhere.isEmpty() ? "" : "|") + anywhere,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean cased(String phrase) {
        return phrase.codePoints().anyMatch(c -> Character.isLowerCase(c) || Character.isUpperCase(c));
    }
}
