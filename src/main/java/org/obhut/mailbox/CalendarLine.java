package org.obhut.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content line of iCalendar (RFC 5545 section 3.1).
 *
 * @param name in upper case
 * @param parameters names in upper case, values without quotes
 * @param value as it stands there, escapes included
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    private static final int MOST = 10_000;

    /** The lines of a calendar, unfolded; what is no content line is passed over, as is what follows the first ten thousand. */
    static List<CalendarLine> of(String calendar) {
        List<CalendarLine> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : calendar.split("\n")) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                open.append(line, 1, line.length());
                continue;
            }
            add(lines, open.toString());
            open.setLength(0);
            open.append(line);
            if (lines.size() >= MOST) {
                return lines;
            }
        }
        add(lines, open.toString());
        return lines;
    }

    private static void add(List<CalendarLine> lines, String text) {
        int colon = outsideQuotes(text, 0, ':');
        if (colon <= 0) {
            return;
        }
        int nameEnd = Math.min(colon, outsideQuotes(text, 0, ';') < 0 ? colon : outsideQuotes(text, 0, ';'));
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = nameEnd;
        while (at < colon) {
            int next = outsideQuotes(text, at + 1, ';');
            int end = next < 0 || next > colon ? colon : next;
            int equals = text.indexOf('=', at);
            if (equals > 0 && equals < end) {
                parameters.putIfAbsent(
                        upper(text.substring(at + 1, equals)),
                        text.substring(equals + 1, end).replace("\"", ""));
            }
            at = end;
        }
        lines.add(new CalendarLine(upper(text.substring(0, nameEnd)), parameters, text.substring(colon + 1)));
    }

    private static int outsideQuotes(String text, int from, char wanted) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String parameter(String key) {
        return parameters.get(key);
    }

    /** The value as text (section 3.3.11). */
    String text() {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
