package org.obhut.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a writer has added above, below or between what is quoted. Quotes between answers stay, as the answers need them;
 * their introductions go. In doubt a line is kept: a threat that a client has copied into a mail must not be folded away. Where
 * nothing would remain the whole text is new. Takes linear time.
 */
public final class QuotedText {

    private static final Pattern MARK = Pattern.compile("^\\s{0,3}(>|[A-Z]{1,3}>)");
    private static final Pattern PIPE = Pattern.compile("^\\s{0,3}\\|");
    private static final Pattern NESTED = Pattern.compile("^\\s{0,3}>\\s?>");
    private static final Pattern EMPTY = Pattern.compile("^[\\s>|]*$");

    /** A text with more lines that end in a colon and introduce nothing is no mail with a quote. */
    private static final int MOST_CANDIDATES = 2_000;

    /** Lines over which a program breaks an introduction. */
    private static final int MOST_LINES = 5;

    /** Lines of an introduction; the last is {@code end - 1}. */
    private record Lead(int start, int end, boolean certain) {}

    private final List<String> lines;
    private final BitSet structure;
    private final BitSet quoted = new BitSet();
    private final BitSet introduced = new BitSet();
    private final List<Lead> leads = new ArrayList<>();

    private QuotedText(ReadableText text) {
        this.lines = List.of(text.text().split("\n", -1));
        this.structure = text.quoted();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            quoted.set(
                    i,
                    structure.get(i)
                            || MARK.matcher(line).lookingAt()
                            || PIPE.matcher(line).lookingAt());
        }
    }

    /** The text without what is quoted and without what a phone signs with. */
    public static String newText(ReadableText text) {
        QuotedText quotes = new QuotedText(text);
        int cut = quotes.cut();
        int end = quotes.withoutSignatures(quotes.withoutQuotes(cut));
        String kept = quotes.kept(quotes.leading(end), end);
        return kept.isBlank() ? text.text().strip() : kept;
    }

    static String newText(String text) {
        return newText(ReadableText.plain(text));
    }

    private String kept(int start, int end) {
        StringBuilder kept = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (!introduced.get(i)) {
                kept.append(lines.get(i)).append('\n');
            }
        }
        return kept.toString().replaceFirst("^([\\s\\u00a0]*\\n)+", "").stripTrailing();
    }

    /** The first line from which on all is quote without being marked as such, or the number of lines. Notes all introductions. */
    private int cut() {
        int candidates = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (blank(i) || quoted.get(i) && !endOfBrokenLead(i)) {
                continue;
            }
            if (ProgramLines.separates(line) || QuotedHeader.begins(lines, i)) {
                return presented(i) || !written(i) ? lines.size() : i;
            }
            if (!Introduction.possible(line) || candidates++ > MOST_CANDIDATES) {
                continue;
            }
            int next = nextText(i + 1);
            boolean marked = next < lines.size() && quoted.get(next);
            Lead lead = lead(i, Introduction::certain, true);
            if (lead == null && marked) {
                lead = lead(i, Introduction::likely, false);
            }
            if (lead != null && !marked && !presented(lead.start) && written(lead.start)) {
                return lead.start;
            }
            if (lead != null && !marked && presented(lead.start)) {
                return lines.size();
            }
            if (lead != null) {
                leads.add(lead);
                introduced.set(lead.start, lead.end, lead.certain && !presented(lead.start));
            }
        }
        return lines.size();
    }

    /** The introduction that ends with this line and may have been broken over several, or null. */
    private @Nullable Lead lead(int last, Predicate<Introduction> wanted, boolean certain) {
        int start = last;
        String joined = lines.get(last).strip();
        Introduction found = Introduction.of(joined);
        while (!wanted.test(found)) {
            int above = above(start, joined);
            if (above < 0 || last - above >= MOST_LINES + 1 || tooLong(above, joined)) {
                return null;
            }
            start = above;
            joined = lines.get(above).strip() + " " + joined;
            found = Introduction.of(joined);
        }
        for (int above = start - 1; above >= 0 && last - above < MOST_LINES; above--) {
            if (blank(above) || quoted.get(above) || tooLong(above, joined)) {
                break;
            }
            String longer = lines.get(above).strip() + " " + joined;
            Introduction with = Introduction.of(longer);
            boolean cutAddress = lines.get(above).stripTrailing().endsWith("<");
            if (!cutAddress && !found.continues(Introduction.of(lines.get(above)), with)) {
                break;
            }
            start = above;
            joined = longer;
            found = with;
        }
        return new Lead(start, last + 1, certain);
    }

    private boolean tooLong(int above, String joined) {
        return lines.get(above).length() + joined.length() >= Introduction.LONGEST;
    }

    /** The line above, over a blank one where an address was broken off; -1 where there is none that could belong to it. */
    private int above(int start, String joined) {
        int above = start - 1;
        if (above > 0 && blank(above) && joined.startsWith("<")) {
            above--;
        }
        return above >= 0 && !blank(above) && !quoted.get(above) ? above : -1;
    }

    /** A line such as {@code > wrote:}: the end of an address that was broken, and no quote. */
    private boolean endOfBrokenLead(int i) {
        boolean end = i > 0
                && !quoted.get(i - 1)
                && lines.get(i - 1).contains("@")
                && lines.get(i).length() < 40
                && Introduction.possible(lines.get(i))
                && Introduction.of(lines.get(i)).wrote();
        if (end) {
            quoted.clear(i);
        }
        return end;
    }

    /** Where the text ends before the quotes at its end, with their introductions and the rules above them. */
    private int withoutQuotes(int cut) {
        int end = withoutRules(cut);
        int tail = withoutBlank(listFooter(cut));
        while (true) {
            int quote = tail;
            while (quote > 0 && (quoted.get(quote - 1) || blank(quote - 1))) {
                quote--;
            }
            quote = nextText(quote);
            if (quote >= tail) {
                return end;
            }
            Lead lead = leadAbove(quote);
            int start = lead == null ? quote : lead.start;
            if (presented(start) || lead == null && leads.isEmpty() && !programs(quote, tail) || !written(start)) {
                return end;
            }
            end = withoutRules(start);
            tail = end;
        }
    }

    private @Nullable Lead leadAbove(int quote) {
        for (int i = leads.size() - 1; i >= 0; i--) {
            if (leads.get(i).end <= quote) {
                return nextText(leads.get(i).end) == quote ? leads.get(i) : null;
            }
        }
        return null;
    }

    /** Whether a program and not a person has put the marks: structure, quotes within quotes, paragraphs, an introduction. */
    private boolean programs(int start, int end) {
        int candidates = 0;
        for (int i = start; i < end; i++) {
            String line = lines.get(i);
            if (structure.get(i)
                    || NESTED.matcher(line).lookingAt()
                    || !blank(i)
                            && !PIPE.matcher(line).lookingAt()
                            && EMPTY.matcher(line).matches()
                            && i > start
                            && i + 1 < end
                    || Introduction.possible(line)
                            && candidates++ < MOST_CANDIDATES
                            && Introduction.of(line).certain()) {
                return true;
            }
        }
        return false;
    }

    /** Where a signature or a list's footer begins below a quote; {@code end} where there is none. */
    private int listFooter(int end) {
        for (int i = end - 1; i > 0 && i > end - 12; i--) {
            String line = lines.get(i);
            if (line.strip().equals("--") || line.startsWith("____")) {
                int before = withoutBlank(i);
                return before > 0 && quoted.get(before - 1) ? i : end;
            }
        }
        return end;
    }

    /** Where the answer begins that stands below one introduced quote; 0 where it does not stand so. */
    private int leading(int end) {
        int first = nextText(0);
        boolean lead = !leads.isEmpty() && leads.get(0).start == first;
        int quote = lead ? nextText(leads.get(0).end) : first;
        if (quote >= end || !quoted.get(quote) || !lead && !introducedWithin(quote, end)) {
            return 0;
        }
        int i = quote;
        while (i < end && (quoted.get(i) || blank(i))) {
            i++;
        }
        int more = quoted.nextSetBit(i);
        return more >= 0 && more < end ? 0 : i;
    }

    /** Whether the quote says in its first lines whom it quotes, as iPhones have it. */
    private boolean introducedWithin(int quote, int end) {
        for (int i = quote; i < Math.min(end, quote + MOST_LINES) && quoted.get(i); i++) {
            if (structure.get(i) || Introduction.of(lines.get(i)).certain() || QuotedHeader.begins(lines, i)) {
                return true;
            }
        }
        return false;
    }

    private int withoutSignatures(int end) {
        int i = withoutBlank(end);
        while (i > 0) {
            if (ProgramLines.signature(lines.get(i - 1))) {
                i = withoutRules(i - 1);
            } else if (i > 1
                    && ProgramLines.signature(
                            lines.get(i - 2).strip() + " " + lines.get(i - 1).strip())) {
                i = withoutRules(i - 2);
            } else {
                return i;
            }
        }
        return end;
    }

    /** Whether the writer shows what begins here: the text above ends with a colon. Then it is part of what was written. */
    private boolean presented(int start) {
        int above = withoutRules(start) - 1;
        if (above < 0 || quoted.get(above) || introduced.get(above)) {
            return false;
        }
        String line = lines.get(above).stripTrailing();
        return line.endsWith(":") || line.endsWith("：") || line.endsWith(":*");
    }

    /** Whether anything of the writer's own stands above. */
    private boolean written(int end) {
        for (int i = 0; i < end; i++) {
            if (!blank(i) && !quoted.get(i) && !introduced.get(i)) {
                return true;
            }
        }
        return false;
    }

    private int withoutRules(int end) {
        int i = withoutBlank(end);
        while (i > 0 && Rule.is(lines.get(i - 1))) {
            i = withoutBlank(i - 1);
        }
        return i;
    }

    private int withoutBlank(int end) {
        int i = end;
        while (i > 0 && blank(i - 1)) {
            i--;
        }
        return i;
    }

    private int nextText(int from) {
        int i = from;
        while (i < lines.size() && blank(i)) {
            i++;
        }
        return i;
    }

    private boolean blank(int line) {
        String text = lines.get(line);
        return text.isBlank()
                || text.length() < 200
                        && text.replaceAll("[\\u00a0\\u200b\\ufeff]", "").isBlank();
    }
}
