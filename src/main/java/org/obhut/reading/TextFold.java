package org.obhut.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A message as it is shown: what is new, and what is folded away above, below or between it. Together the pieces hold every line of
 * the text, in its order; blank lines at their edges are left out.
 */
public record TextFold(List<Piece> pieces) {

    /** What a piece is. */
    public enum Kind {
        NEW,
        QUOTE,
        /** A mail that the writer passes on: not new, and yet what the writer wants to show. */
        FORWARD,
        /** What a phone or program signs with. */
        SIGNATURE
    }

    /** Lines that are shown or folded together. */
    public record Piece(Kind kind, String text) {

        public long lines() {
            return text.lines().count();
        }
    }

    /**
     * Finds the new text's lines in the text.
     *
     * @param newText the text without some of its lines, as {@link QuotedText} has it
     */
    public static TextFold of(String text, String newText) {
        if (newText.isBlank() || newText.strip().equals(text.strip())) {
            return new TextFold(List.of(new Piece(Kind.NEW, text.strip())));
        }
        List<String> fresh = List.of(newText.strip().split("\n", -1));
        List<Piece> pieces = new ArrayList<>();
        List<String> run = new ArrayList<>();
        boolean kept = false;
        int next = 0;
        for (String line : text.split("\n", -1)) {
            boolean found = next < fresh.size()
                    && fresh.get(next).stripTrailing().equals(next == 0 ? line.strip() : line.stripTrailing());
            next += found ? 1 : 0;
            if (found != kept && !(line.isBlank() && !found)) {
                add(pieces, kept, run);
                kept = found;
            }
            run.add(line);
        }
        add(pieces, kept, run);
        return next == fresh.size() ? new TextFold(List.copyOf(pieces)) : below(text, newText);
    }

    /** New text that was not written so, with the whole text folded below it; the text alone where they are the same. */
    public static TextFold below(String text, String newText) {
        boolean same = newText.isBlank() || newText.strip().equals(text.strip());
        return same || text.isBlank()
                ? new TextFold(List.of(new Piece(Kind.NEW, text.isBlank() ? newText : text.strip())))
                : new TextFold(List.of(new Piece(Kind.NEW, newText), new Piece(Kind.QUOTE, text.strip())));
    }

    private static void add(List<Piece> pieces, boolean kept, List<String> run) {
        int start = 0;
        while (!kept && start < run.size() && (run.get(start).isBlank() || ProgramLines.signature(run.get(start)))) {
            start++;
        }
        add(pieces, Kind.SIGNATURE, run.subList(0, start));
        List<String> rest = run.subList(start, run.size());
        boolean forward = rest.stream().limit(3).anyMatch(ProgramLines::forwards);
        add(pieces, kept ? Kind.NEW : forward ? Kind.FORWARD : Kind.QUOTE, rest);
        run.clear();
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> lines) {
        String text = String.join("\n", lines).replaceFirst("^\\s*\\n", "").stripTrailing();
        if (!text.isBlank()) {
            pieces.add(new Piece(kind, text));
        }
    }
}
