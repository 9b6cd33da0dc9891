package org.obhut.reading;

import java.util.BitSet;

/** Text line by line, with quote marks, and with a blank line between paragraphs and never two. */
final class LineWriter {

    /** Deeper quotes are shown as deep as this. */
    private static final int DEEPEST = 20;

    private final StringBuilder out = new StringBuilder();
    private final BitSet quoted = new BitSet();
    private final int longest;
    private int line;
    private boolean open;

    /** The quote depth at which a blank line is due before the next text, -1 where none is. */
    private int blankDue = -1;

    /** @param longest characters after which nothing more is taken */
    LineWriter(int longest) {
        this.longest = longest;
    }

    boolean full() {
        return out.length() >= longest;
    }

    /** Whether the present line has text already. */
    boolean open() {
        return open;
    }

    /** The last character of the present line, a blank where it has none. */
    char last() {
        return open ? out.charAt(out.length() - 1) : ' ';
    }

    /**
     * Adds to the present line.
     *
     * @param depth how often it is quoted
     * @param mark whether the mail's structure calls it a quote
     */
    void append(String text, int depth, boolean mark) {
        if (text.isEmpty() || full()) {
            return;
        }
        int marks = Math.min(depth, DEEPEST);
        if (!open) {
            if (blankDue >= 0 && !out.isEmpty()) {
                out.append(">".repeat(Math.min(blankDue, marks)));
                end();
            }
            blankDue = -1;
            out.append("> ".repeat(marks));
            open = true;
        }
        out.append(text);
        if (mark) {
            quoted.set(line);
        }
    }

    /** Ends the present line if there is one. */
    void endLine() {
        if (open) {
            end();
        }
    }

    /** Ends the present line, or leaves one out. */
    void breakLine(int depth) {
        if (!open && !out.isEmpty()) {
            out.append(">".repeat(Math.min(depth, DEEPEST)));
        }
        if (!out.isEmpty()) {
            end();
        }
    }

    /** Asks for a blank line before the next text. */
    void paragraph(int depth) {
        blankDue = blankDue < 0 ? depth : Math.min(blankDue, depth);
    }

    ReadableText text() {
        return new ReadableText(out.toString().stripTrailing(), quoted);
    }

    private void end() {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append('\n');
        line++;
        open = false;
    }
}
