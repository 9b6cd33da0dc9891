package org.obhut.reading;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what a writer has added above, below or between what is quoted. Only a quote that ends the text is left out: quotes
 * between answers stay, as the answers need them. In doubt a line is kept; where nothing would remain the whole text is new.
 */
public final class QuotedText {

    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}([>|]|[A-Z]{1,3}>).*", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("^[\\s>*]*[-_=*~]{2,}[\\s*]*$");

    private final List<String> lines;

    private QuotedText(List<String> lines) {
        this.lines = lines;
    }

    /** The text without the quote at its end; LF line ends. */
    public static String newText(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        QuotedText quoted = new QuotedText(lines);
        int end = quoted.trailing(quoted.cut());
        int start = quoted.leading(end);
        String kept = String.join("\n", lines.subList(start, end))
                .replaceFirst("^\\s*\\n", "")
                .stripTrailing();
        return kept.isBlank() ? text.strip() : kept;
    }

    /** Where the answer begins that stands below one introduced quote; 0 where it does not stand so. */
    private int leading(int end) {
        int first = nextText(0);
        int last = first < end ? attribution(first) : -1;
        if (last < 0 || last >= end || !begins(first, last) || !quoted(nextText(last + 1))) {
            return 0;
        }
        int i = last + 1;
        while (i < end && (quoted(i) || lines.get(i).isBlank())) {
            i++;
        }
        for (int k = i; k < end; k++) {
            if (quoted(k)) {
                return 0;
            }
        }
        return i;
    }

    /** The first line from which on all is quote, or the number of lines. */
    private int cut() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (QuotePhrases.separator(line) || QuotePhrases.from(line) && header(i)) {
                return i;
            }
            int last = attribution(i);
            if (last >= 0 && begins(i, last) && !quoted(nextText(last + 1))) {
                return i;
            }
        }
        return lines.size();
    }

    /** Whether the fields of a quoted header follow within a few lines. */
    private boolean header(int from) {
        int fields = 0;
        int seen = 0;
        for (int i = from + 1; i < lines.size() && seen < 7; i++) {
            if (!lines.get(i).isBlank()) {
                seen++;
                fields += QuotePhrases.otherField(lines.get(i)) ? 1 : 0;
            }
        }
        return fields >= 2;
    }

    /** The last line of an attribution that begins here and may be broken over several lines; -1 where none does. */
    private int attribution(int from) {
        StringBuilder joined = new StringBuilder();
        for (int i = from, used = 0; i < lines.size() && used < 5; i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (joined.length() + lines.get(i).length() > QuotePhrases.LONGEST) {
                return -1;
            }
            used++;
            if (used > 1 && quoted(i) && !quoted(from)) {
                return -1;
            }
            joined.append(used > 1 ? " " : "").append(lines.get(i).strip());
            if (QuotePhrases.certain(joined.toString())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the attribution that ends at {@code last} begins at {@code from}, so that no line of the writer's own is taken along. */
    private boolean begins(int from, int last) {
        StringBuilder joined = new StringBuilder();
        for (int i = last; i > from; i--) {
            joined.insert(0, lines.get(i).strip() + " ");
            if (QuotePhrases.certain(joined.toString().strip())) {
                return begin(i) <= from;
            }
        }
        return true;
    }

    /** Where the text ends before its trailing quote, with introduction and rules above it. */
    private int trailing(int end) {
        int tail = withoutBlank(signature(end));
        int quote = tail;
        while (quote > 0 && (quoted(quote - 1) || lines.get(quote - 1).isBlank())) {
            quote--;
        }
        if (quote == tail) {
            return withoutRules(end);
        }
        return withoutRules(introduction(withoutRules(quote)));
    }

    /** The end of the text without a signature or list footer, if what stands before that is quoted. */
    private int signature(int end) {
        for (int i = end - 1; i > 0 && i > end - 12; i--) {
            String line = lines.get(i);
            boolean opens = line.strip().equals("--") || line.startsWith("____");
            if (opens) {
                int before = withoutBlank(i);
                return before > 0 && quoted(before - 1) ? i : end;
            }
        }
        return end;
    }

    private int introduction(int end) {
        int likely = end;
        StringBuilder joined = new StringBuilder();
        for (int i = end - 1; i >= 0 && i > end - 6; i--) {
            joined.insert(0, lines.get(i).strip() + " ");
            if (QuotePhrases.certain(joined.toString().strip())) {
                return begin(i);
            }
            if (likely == end && QuotePhrases.introduction(joined.toString().strip())) {
                likely = i;
            }
        }
        return begin(likely);
    }

    /** The line at which an introduction begins that may have been broken before this one. */
    private int begin(int at) {
        int i = at;
        while (i > 0 && i < lines.size() && QuotePhrases.goesOn(lines.get(i - 1))) {
            i--;
        }
        return i;
    }

    private int withoutRules(int end) {
        int i = withoutBlank(end);
        while (i > 0 && rule(lines.get(i - 1))) {
            i = withoutBlank(i - 1);
        }
        return i;
    }

    private static boolean rule(String line) {
        return line.length() < 200 && RULE.matcher(line).matches();
    }

    private int withoutBlank(int end) {
        int i = end;
        while (i > 0 && lines.get(i - 1).isBlank()) {
            i--;
        }
        return i;
    }

    private int nextText(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private boolean quoted(int line) {
        return line < lines.size() && QUOTED.matcher(lines.get(line)).matches();
    }
}
