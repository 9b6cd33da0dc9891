package org.obhut.reading;

import org.jspecify.annotations.Nullable;
import org.obhut.reading.Leads.Lead;

/**
 * Finds what a writer has added above, below or between what is quoted. Quotes between answers stay, as the answers need them;
 * their introductions go. In doubt a line is kept: a threat that a client has copied into a mail must not be folded away. Where
 * nothing would remain the whole text is new. Takes linear time.
 */
public final class QuotedText {

    /** Lines at the end of a mail in which a signature or a list's footer may begin. */
    private static final int FOOTER = 12;

    /** A phone and a program may sign one below the other. */
    private static final int MOST_SIGNATURES = 6;

    private final QuotedLines lines;
    private final Leads leads;

    /** The first line of the writer's own, as far as has been looked. */
    private int own;

    private QuotedText(ReadableText text) {
        this.lines = new QuotedLines(text);
        this.leads = new Leads(lines);
    }

    /** The text without what is quoted and without what a phone signs with; as it is where nothing would remain. */
    public static String newText(ReadableText text) {
        QuotedText quotes = new QuotedText(text);
        int end = quotes.withoutSignatures(quotes.withoutQuotes(quotes.cut()));
        String kept = quotes.kept(quotes.start(end), end);
        return kept.isBlank() ? text.text().strip() : kept;
    }

    static String newText(String text) {
        return newText(ReadableText.plain(text));
    }

    private String kept(int start, int end) {
        StringBuilder kept = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (!leads.contains(i) && !(kept.isEmpty() && lines.blank(i))) {
                kept.append(lines.get(i)).append('\n');
            }
        }
        return kept.toString().stripTrailing();
    }

    /** The first line from which on all is quoted without being marked so, or the number of lines. Notes all introductions. */
    private int cut() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.quoted(i) && leads.endsBrokenAddress(i)) {
                lines.unquote(i);
            }
            if (!lines.plain(i)) {
                continue;
            }
            if (ProgramLines.separates(lines.get(i)) || QuotedHeader.begins(lines.all(), i)) {
                return presented(i) || !written(i) ? lines.size() : i;
            }
            Lead lead = leads.endingWith(i);
            if (lead == null) {
                continue;
            }
            boolean presented = presented(lead.start());
            if (!lead.marked() && presented) {
                return lines.size();
            }
            if (!lead.marked() && written(lead.start())) {
                return lead.start();
            }
            leads.add(lead, lead.certain() && !presented);
        }
        return lines.size();
    }

    /** Where the text ends before the quotes at its end, with their introductions and the rules above them. */
    private int withoutQuotes(int cut) {
        int end = lines.withoutRules(cut);
        int tail = lines.withoutBlank(footer(cut));
        while (true) {
            int quote = lines.quoteStart(tail);
            if (quote >= tail) {
                return end;
            }
            Lead lead = leads.of(quote);
            int start = lead == null ? quote : lead.start();
            if (presented(start) || lead == null && !leads.any() && !byProgram(quote, tail) || !written(start)) {
                return end;
            }
            end = lines.withoutRules(start);
            tail = end;
        }
    }

    /** Whether a program and not a person has put the marks: structure, quotes within quotes, paragraphs, an introduction. */
    private boolean byProgram(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean paragraph = i > start && i + 1 < end && lines.empty(i);
            if (paragraph || lines.structured(i) || lines.nested(i)) {
                return true;
            }
        }
        return introducedWithin(start, end);
    }

    /** Whether the quote says in its first lines whom it quotes, as iPhones have it. */
    private boolean introducedWithin(int quote, int end) {
        for (int i = quote; i < Math.min(end, quote + Leads.MOST_LINES) && lines.quoted(i); i++) {
            if (lines.structured(i) || Introduction.of(lines.get(i)).certain() || QuotedHeader.begins(lines.all(), i)) {
                return true;
            }
        }
        return false;
    }

    /** Where a signature or a list's footer begins below a quote; {@code end} where there is none. */
    private int footer(int end) {
        for (int i = end - 1; i > 0 && i > end - FOOTER; i--) {
            String line = lines.get(i);
            if (line.strip().equals("--") || line.startsWith("____")) {
                int before = lines.withoutBlank(i);
                return before > 0 && lines.quoted(before - 1) ? i : end;
            }
        }
        return end;
    }

    /** Where the answer begins that stands below one introduced quote; 0 where it does not stand so. */
    private int start(int end) {
        @Nullable Lead lead = leads.first();
        int quote = lines.nextText(lead == null ? 0 : lead.end());
        while (lead == null && quote < end && lines.empty(quote)) {
            quote++;
        }
        if (quote >= end || !lines.quoted(quote) || lead == null && !introducedWithin(quote, end)) {
            return 0;
        }
        int answer = lines.quoteEnd(quote, end);
        return lines.anyQuoted(answer, end) ? 0 : answer;
    }

    private int withoutSignatures(int end) {
        int i = lines.withoutBlank(end);
        for (int found = 0; i > 0 && found < MOST_SIGNATURES; found++) {
            boolean one = ProgramLines.signature(lines.get(i - 1));
            boolean two = !one
                    && i > 1
                    && ProgramLines.signature(
                            lines.get(i - 2).strip() + " " + lines.get(i - 1).strip());
            if (!one && !two) {
                return i;
            }
            i = lines.withoutRules(i - (one ? 1 : 2));
        }
        return i;
    }

    /** Whether the writer shows what begins here: the text above ends with a colon. Then it is part of what was written. */
    private boolean presented(int start) {
        int above = lines.withoutRules(start) - 1;
        if (above < 0 || lines.quoted(above) || leads.contains(above)) {
            return false;
        }
        String line = lines.get(above).stripTrailing();
        return line.endsWith(":") || line.endsWith("：") || line.endsWith(":*");
    }

    /** Whether anything of the writer's own stands above. */
    private boolean written(int end) {
        while (own < end && (!lines.plain(own) || leads.contains(own))) {
            own++;
        }
        return own < end;
    }
}
