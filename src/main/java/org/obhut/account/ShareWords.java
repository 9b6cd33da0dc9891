package org.obhut.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 2,048 German words for recovery shares on paper: 11 bits each, four to eight letters without umlauts, told apart by
 * their first four letters. The list is our own; neither a word nor its place in {@code share-words.txt} may ever change, as printed
 * shares depend on both.
 */
final class ShareWords {

    /** How many words there are. */
    static final int SIZE = 2048;

    /** Bits that a word stands for. */
    static final int BITS = 11;

    private static final int PREFIX = 4;
    private static final List<String> WORDS = read();
    private static final Map<String, Integer> NUMBERS = IntStream.range(0, WORDS.size())
            .boxed()
            .collect(Collectors.toMap(number -> prefix(WORDS.get(number)), Function.identity()));

    private ShareWords() {}

    /** @param number 0 to 2,047 */
    static String word(int number) {
        return WORDS.get(number);
    }

    /** The number of a word as somebody typed it, in any case or cut to four letters; empty where it is none of the list. */
    static OptionalInt number(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        Integer number = word.length() < PREFIX ? null : NUMBERS.get(prefix(word));
        boolean meant = number != null && WORDS.get(number).startsWith(word);
        return meant ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static String prefix(String word) {
        return word.substring(0, PREFIX);
    }

    private static List<String> read() {
        try (InputStream in = ShareWords.class.getResourceAsStream("share-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("share-words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
