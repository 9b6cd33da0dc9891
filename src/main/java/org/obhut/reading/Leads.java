package org.obhut.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the introductions in a text, which programs break over several lines. */
final class Leads {

    /** A text with more lines that could end an introduction is no mail. */
    private static final int MOST_CANDIDATES = 2_000;

    /** Lines over which a program breaks an introduction. */
    static final int MOST_LINES = 5;

    /** Characters of a line that only closes an address and says 'wrote'. */
    private static final int LONGEST_END = 40;

    private static final Pattern CLOSING = Pattern.compile(">\\s*[)\\]]?\\s*[:：]\\s*");

    /**
     * The lines of an introduction.
     *
     * @param end the line after the last
     * @param marked whether a line with a mark follows
     */
    record Lead(int start, int end, boolean certain, boolean marked) {}

    private final QuotedLines lines;
    private final List<Lead> found = new ArrayList<>();
    private final BitSet introducing = new BitSet();
    private int candidates;

    Leads(QuotedLines lines) {
        this.lines = lines;
    }

    /** The introduction that ends with this line; null where none does. */
    @Nullable
    Lead endingWith(int last) {
        if (!Introduction.possible(lines.get(last)) || candidates++ >= MOST_CANDIDATES) {
            return null;
        }
        int next = lines.nextText(last + 1);
        boolean marked = next < lines.size() && lines.quoted(next);
        int certain = start(last, Introduction::certain);
        if (certain >= 0) {
            return new Lead(certain, last + 1, true, marked);
        }
        int likely = marked ? start(last, Introduction::likely) : -1;
        return likely < 0 ? null : new Lead(likely, last + 1, false, true);
    }

    /** @param fold whether its lines are no part of the new text, whatever becomes of the quote */
    void add(Lead lead, boolean fold) {
        found.add(lead);
        if (fold) {
            introducing.set(lead.start, lead.end);
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    boolean contains(int line) {
        return introducing.get(line);
    }

    /** The introduction whose quote begins at this line. */
    @Nullable
    Lead of(int quote) {
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).end <= quote) {
                return lines.nextText(found.get(i).end) == quote ? found.get(i) : null;
            }
        }
        return null;
    }

    /** The introduction with which the text begins. */
    @Nullable
    Lead first() {
        return any() && found.get(0).start == lines.nextText(0) ? found.get(0) : null;
    }

    /** A line such as {@code >:} or {@code > wrote:} that closes the address begun in the line above, and is no quote. */
    boolean endsBrokenAddress(int line) {
        if (line == 0 || !lines.plain(line - 1) || lines.get(line).length() > LONGEST_END) {
            return false;
        }
        String above = lines.get(line - 1);
        boolean open = above.contains("@") && (above.lastIndexOf('<') > above.lastIndexOf('>') || above.endsWith(">"));
        return open
                && Introduction.possible(lines.get(line))
                && (CLOSING.matcher(lines.get(line)).matches()
                        || Introduction.of(lines.get(line)).wrote());
    }

    private int start(int last, Predicate<Introduction> wanted) {
        int start = last;
        String joined = lines.get(last).strip();
        Introduction introduction = Introduction.of(joined);
        while (!wanted.test(introduction)) {
            int above = above(start, joined);
            if (above < 0 || last - above > MOST_LINES || tooLong(above, joined)) {
                return -1;
            }
            start = above;
            joined = lines.get(above).strip() + " " + joined;
            introduction = Introduction.of(joined);
        }
        return extended(start, last, joined, introduction);
    }

    /** What is complete by itself may still lack its beginning: the date, or the name before an address. */
    private int extended(int from, int last, String text, Introduction complete) {
        int start = from;
        String joined = text;
        Introduction introduction = complete;
        while (start > 0 && last - start < MOST_LINES && lines.plain(start - 1) && !tooLong(start - 1, joined)) {
            String above = lines.get(start - 1).strip();
            Introduction with = Introduction.of(above + " " + joined);
            if (!above.endsWith("<") && !introduction.continues(Introduction.of(above), with)) {
                break;
            }
            start--;
            joined = above + " " + joined;
            introduction = with;
        }
        return start;
    }

    private boolean tooLong(int above, String joined) {
        return lines.get(above).length() + joined.length() >= Introduction.LONGEST;
    }

    /** The line above, over a blank one where an address was broken off; -1 where there is none that could belong to it. */
    private int above(int start, String joined) {
        boolean broken = start > 1 && lines.blank(start - 1) && joined.startsWith("<");
        int above = start - (broken ? 2 : 1);
        return above >= 0 && lines.plain(above) ? above : -1;
    }
}
