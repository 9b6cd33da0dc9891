package org.obhut.urgency;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words one after the other; {@code *} at the end of one stands for any ending, a word {@code ..} for up to three others. */
record Phrase(List<String> words) {

    private static final String GAP = "..";
    private static final int WIDEST_GAP = 3;

    /** From a line of a list. */
    static Phrase of(String line) {
        return new Phrase(List.of(line.strip().split("\\s+")).stream()
                .flatMap(Phrase::plain)
                .toList());
    }

    private static Stream<String> plain(String word) {
        if (word.equals(GAP)) {
            return Stream.of(GAP);
        }
        boolean open = word.endsWith("*");
        List<String> plain = PlainWords.of(word);
        int last = plain.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(index -> open && index == last ? plain.get(index) + '*' : plain.get(index));
    }

    /** How many words from {@code from} on it takes; 0 where it does not stand there. */
    int at(List<String> text, int from) {
        int end = end(text, from, 0);
        return Math.max(0, end - from);
    }

    private int end(List<String> text, int position, int word) {
        if (word == words.size()) {
            return position;
        }
        String wanted = words.get(word);
        if (wanted.equals(GAP)) {
            for (int gap = 0; gap <= WIDEST_GAP; gap++) {
                int end = end(text, position + gap, word + 1);
                if (end > 0) {
                    return end;
                }
            }
            return 0;
        }
        return position < text.size() && is(wanted, text.get(position)) ? end(text, position + 1, word + 1) : 0;
    }

    private static boolean is(String wanted, String word) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }
}
