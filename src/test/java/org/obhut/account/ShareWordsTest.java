package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareWordsTest {

    private final List<String> words =
            IntStream.range(0, ShareWords.SIZE).mapToObj(ShareWords::word).toList();

    @Test
    void hasWordsOfFourToEightPlainLettersInOrder() {
        assertEquals(ShareWords.SIZE, 1 << ShareWords.BITS);
        assertTrue(words.stream().allMatch(word -> word.matches("[a-z]{4,8}")));
        assertEquals(words.stream().sorted().toList(), words);
    }

    @Test
    void tellsWordsApartByFourLetters() {
        assertEquals(
                ShareWords.SIZE,
                words.stream().map(word -> word.substring(0, 4)).distinct().count());
    }

    @Test
    void findsAWordHoweverItIsTyped() {
        for (int number = 0; number < ShareWords.SIZE; number++) {
            String word = words.get(number);
            assertEquals(OptionalInt.of(number), ShareWords.number(word));
            String cut = " " + word.substring(0, 4).toUpperCase(Locale.ROOT) + " ";
            assertEquals(OptionalInt.of(number), ShareWords.number(cut));
        }
    }

    @Test
    void findsNothingElse() {
        String word = words.get(1000);
        for (String typed : List.of("", word.substring(0, 3), word + "x", word.substring(0, 4) + "qx", "qqqq")) {
            assertEquals(OptionalInt.empty(), ShareWords.number(typed), typed);
        }
    }

    /** Printed shares depend on every word and its place. */
    @Test
    void neverChanges() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", words).getBytes(StandardCharsets.US_ASCII));
        assertEquals("5dc75e49ecfb925f", HexFormat.of().formatHex(digest, 0, 8));
    }
}
