package org.obhut.ticket;

import java.util.stream.Collectors;

/** A mail's words below an answer, each line behind {@code >}, without a word on who wrote them or when. */
final class Quotation {

    /** More of an answered mail is not repeated. */
    private static final int LONGEST = 20_000;

    private Quotation() {}

    static String below(String text, String quoted) {
        String words = quoted.strip();
        return words.isEmpty() ? text : text.stripTrailing() + "\n\n" + of(words);
    }

    /** Each line behind {@code >}. */
    static String of(String words) {
        String most = words.length() > LONGEST
                ? words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)))
                : words;
        return most.lines()
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
