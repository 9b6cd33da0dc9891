package org.obhut.reading;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text: which are blank and which bear a mark of a quote. Walks over them in linear time. */
final class QuotedLines {

    private static final Pattern MARK = Pattern.compile("^\\s{0,3}(>|[A-Z]{1,3}>)");
    private static final Pattern PIPE = Pattern.compile("^\\s{0,3}\\|");
    private static final Pattern NESTED = Pattern.compile("^\\s{0,3}>\\s?>");
    private static final Pattern EMPTY = Pattern.compile("^[\\s>]*$");

    private final List<String> lines;
    private final BitSet structure;
    private final BitSet blank = new BitSet();
    private final BitSet quoted = new BitSet();

    QuotedLines(ReadableText text) {
        this.lines = List.of(text.text().split("\n", -1));
        this.structure = text.quoted();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean marked =
                    MARK.matcher(line).lookingAt() || PIPE.matcher(line).lookingAt();
            blank.set(i, line.chars().allMatch(QuotedLines::white));
            quoted.set(i, !blank.get(i) && (structure.get(i) || marked));
        }
    }

    int size() {
        return lines.size();
    }

    String get(int line) {
        return lines.get(line);
    }

    List<String> all() {
        return lines;
    }

    boolean blank(int line) {
        return blank.get(line);
    }

    boolean quoted(int line) {
        return quoted.get(line);
    }

    /** Whether this line is of the writer's own, as far as marks say. */
    boolean plain(int line) {
        return !blank.get(line) && !quoted.get(line);
    }

    void unquote(int line) {
        quoted.clear(line);
    }

    /** Whether any line from {@code from} on and before {@code to} is quoted. */
    boolean anyQuoted(int from, int to) {
        int next = quoted.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /** The mail's own structure, and not only a mark, says that this line is quoted. */
    boolean structured(int line) {
        return structure.get(line);
    }

    /** A mark and nothing behind it: where the quoted text has a paragraph. */
    boolean empty(int line) {
        return quoted.get(line) && EMPTY.matcher(lines.get(line)).matches();
    }

    /** A quote within a quote. */
    boolean nested(int line) {
        return NESTED.matcher(lines.get(line)).lookingAt();
    }

    /** The first line from {@code from} on that is not blank; {@link #size()} where there is none. */
    int nextText(int from) {
        return Math.min(blank.nextClearBit(from), lines.size());
    }

    /** The end of the text before {@code end} without the blank lines there. */
    int withoutBlank(int end) {
        return blank.previousClearBit(end - 1) + 1;
    }

    /** As before, without rules too. */
    int withoutRules(int end) {
        int i = withoutBlank(end);
        while (i > 0 && Rule.is(lines.get(i - 1))) {
            i = withoutBlank(i - 1);
        }
        return i;
    }

    /** Where the quote begins that ends before {@code end}; {@code end} where none does. */
    int quoteStart(int end) {
        int i = end;
        while (i > 0 && !plain(i - 1)) {
            i--;
        }
        return Math.min(nextText(i), end);
    }

    /** Where the quote ends that begins at {@code start}. */
    int quoteEnd(int start, int most) {
        int i = start;
        while (i < most && !plain(i)) {
            i++;
        }
        return i;
    }

    private static boolean white(int c) {
        return Character.isWhitespace(c) || c == 0xa0 || c == 0x200b || c == 0xfeff;
    }
}
