package org.obhut.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header that Outlook and its like copy above what they quote: {@code Von: … Gesendet: … An: … Betreff: …}. A letter may have
 * such lines too; the program's are told by a time of day, an address, bold marks or a rule above them.
 */
final class QuotedHeader {

    /** The fields that matter. */
    private enum Field {
        FROM,
        DATE,
        TO,
        SUBJECT,
        COPY
    }

    private static final int MOST_LINES = 14;
    private static final int LONGEST_LABEL = 40;
    private static final Map<String, Set<Field>> LABELS = labels();
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.h]\\d{2}(?![\\d.])");
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S");
    private static final Pattern BOLD = Pattern.compile("^[\\s>]*\\*[^*:]{1,40}:?\\s?\\*");

    private QuotedHeader() {}

    /** Whether a program's header begins at this line. */
    static boolean begins(List<String> lines, int at) {
        if (field(lines.get(at)) == null) {
            return false;
        }
        Set<Field> found = EnumSet.noneOf(Field.class);
        List<String> values = new ArrayList<>();
        int loose = 0;
        for (int i = at; i < Math.min(lines.size(), at + MOST_LINES) && loose < 3; i++) {
            Set<Field> fields = field(lines.get(i));
            if (fields == null) {
                // A blank line between fields, or a long value that was broken.
                loose++;
            } else {
                loose = 0;
                found.addAll(fields);
                values.add(lines.get(i));
            }
        }
        boolean complete = found.contains(Field.FROM)
                && (found.contains(Field.DATE) || found.contains(Field.TO) && found.contains(Field.SUBJECT))
                && values.size() >= 3;
        return complete && (ruled(lines, at) || values.stream().anyMatch(QuotedHeader::programs));
    }

    private static boolean programs(String line) {
        String value = line.substring(colon(line) + 1);
        return line.length() < 1_000
                && (TIME.matcher(value).find()
                        || ADDRESS.matcher(value).find()
                        || BOLD.matcher(line).find());
    }

    private static boolean ruled(List<String> lines, int at) {
        int above = at - 1;
        while (above >= 0 && lines.get(above).isBlank() && above > at - 4) {
            above--;
        }
        return above >= 0 && Rule.is(lines.get(above));
    }

    private static @Nullable Set<Field> field(String line) {
        int colon = colon(line);
        return colon < 1
                ? null
                : LABELS.get(Phrases.lower(line.substring(0, colon)
                        .replace('\u00a0', ' ')
                        .replaceAll("[*>_|]", "")
                        .strip()));
    }

    /** Where the label ends, -1 where the line has none. */
    private static int colon(String line) {
        for (int i = 0; i < Math.min(line.length(), LONGEST_LABEL); i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, Set<Field>> labels() {
        Phrases phrases = Phrases.read("quote-phrases.txt");
        Map<String, Set<Field>> labels = new HashMap<>();
        for (Field field : Field.values()) {
            for (String label : phrases.all(Phrases.lower(field.name()))) {
                labels.computeIfAbsent(label, l -> EnumSet.noneOf(Field.class)).add(field);
            }
        }
        return labels;
    }
}
