package org.obhut.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that programs add in the writer's name: what parts a quote or a forwarded mail, and what a phone signs with. */
final class ProgramLines {

    private static final int LONGEST_SIGNATURE = 120;

    private static final Phrases PHRASES = Phrases.read("quote-phrases.txt");
    private static final Set<String> ORIGINAL = PHRASES.all("original");
    private static final Set<String> FORWARDED = PHRASES.all("forwarded");
    private static final Pattern DASHED = Pattern.compile("^[\\s>*_]*[-–—]{2,}(?<words>[^-–—].{2,60}?)[-–—]*[\\s*_]*$");
    private static final Pattern SENT_WITH = sentWith();
    private static final Pattern DEVICE = device();

    private ProgramLines() {}

    /** A line such as {@code -----Ursprüngliche Nachricht-----}. */
    static boolean separates(String line) {
        return ORIGINAL.contains(dashed(line)) || forwards(line);
    }

    /** A line such as {@code ---------- Forwarded message ---------} or {@code Begin forwarded message:}. */
    static boolean forwards(String line) {
        if (line.length() > LONGEST_SIGNATURE) {
            return false;
        }
        String words = line.strip();
        boolean alone = words.endsWith(":") || words.endsWith("：");
        return FORWARDED.contains(alone ? plain(words) : dashed(line));
    }

    /** The words between dashes, empty where there are none. */
    private static String dashed(String line) {
        if (line.length() > LONGEST_SIGNATURE) {
            return "";
        }
        var dashed = DASHED.matcher(line);
        return dashed.matches() ? plain(dashed.group("words")) : "";
    }

    /** A line such as {@code Von meinem iPhone gesendet}. */
    static boolean signature(String line) {
        String text = Phrases.lower(line.replace('\u00a0', ' ').strip());
        return text.length() <= LONGEST_SIGNATURE
                && !text.endsWith("?")
                && DEVICE.matcher(text).find()
                && SENT_WITH.matcher(text).matches();
    }

    private static String plain(String words) {
        return Phrases.lower(
                words.replace('\u00a0', ' ').replaceAll("[:：*_>]", "").strip());
    }

    private static Pattern sentWith() {
        List<String> templates = new ArrayList<>();
        for (String template : PHRASES.all("sent-with")) {
            StringBuilder regex = new StringBuilder();
            for (String literal : template.split("\\*", -1)) {
                regex.append(regex.isEmpty() ? "" : ".{0,100}").append(literal.isEmpty() ? "" : Pattern.quote(literal));
            }
            templates.add(template.startsWith("*") ? ".{0,100}" + regex : regex.toString());
        }
        return Pattern.compile("[\\s<(\\[*_-]*(" + String.join("|", templates) + ")[\\s>)\\].。!！*_-]*");
    }

    private static Pattern device() {
        List<String> names = new ArrayList<>();
        for (String name : PHRASES.all("device")) {
            boolean parted = name.chars().anyMatch(c -> Character.isLowerCase(c));
            String letter = "[\\p{IsLatin}\\p{IsCyrillic}\\p{N}]";
            names.add(
                    parted ? "(?<!" + letter + ")" + Pattern.quote(name) + "(?!" + letter + ")" : Pattern.quote(name));
        }
        return Pattern.compile(String.join("|", names));
    }
}
