package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecoveryShareTest {

    private static final String PRINTED = """
            applaus trocken abbild angel meinung angel hibiskus affe dach dattel aprikose keramik genuss bruder
            abkommen mund halb meute beratung safari altstadt fakir revue aufsatz livree urwald monat tutor""";

    private final RecoveryShare share = new RecoveryShare(2, 0xbeef, counted());

    private static byte[] counted() {
        byte[] bytes = new byte[32];
        IntStream.range(0, 32).forEach(at -> bytes[at] = (byte) at);
        return bytes;
    }

    /** Computed by a program of its own: what is printed today has to be read in ten years. */
    @Test
    void isTheWordsOfTheVector() {
        assertEquals(List.of(PRINTED.split("\\s+")), share.words());
        RecoveryShare read = RecoveryShare.parse("first", PRINTED);
        assertEquals(2, read.number());
        assertEquals(0xbeef, read.set());
        assertArrayEquals(counted(), read.bytes());
    }

    @Test
    void isReadHoweverItIsTyped() {
        String numbered = IntStream.range(0, 28)
                .mapToObj(at -> (at + 1) + ". " + share.words().get(at).toUpperCase())
                .collect(Collectors.joining("\n"));
        assertEquals(2, RecoveryShare.parse("first", numbered).number());
        String cut = share.words().stream().map(word -> word.substring(0, 4)).collect(Collectors.joining(" "));
        assertArrayEquals(
                counted(), RecoveryShare.parse("first", "  " + cut + "\r\n").bytes());
    }

    @Test
    void everyShareComesBackFromItsWords() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            var made = new RecoveryShare(1 + random.nextInt(3), random.nextInt(1 << 16), bytes);
            RecoveryShare read = RecoveryShare.parse("first", String.join(" ", made.words()));
            assertEquals(made.number(), read.number());
            assertEquals(made.set(), read.set());
            assertArrayEquals(bytes, read.bytes());
        }
    }

    @Test
    void namesTheWordThatIsWrong() {
        for (int at = 0; at < RecoveryShare.WORDS; at++) {
            List<String> words = new ArrayList<>(share.words());
            words.set(at, words.get(at).equals("zypresse") ? "abend" : ShareWords.word(2047));
            assertWrong("share-wrong-word", at + 1, words);
            words.set(at, "qqqqq");
            assertWrong("share-unknown-word", at + 1, words);
        }
    }

    @Test
    void namesWordsThatChangedPlaces() {
        for (int at = 0; at + 1 < RecoveryShare.WORDS; at++) {
            List<String> words = new ArrayList<>(share.words());
            if (!words.get(at).equals(words.get(at + 1))) {
                Collections.swap(words, at, at + 1);
                assertWrong("share-swapped", at + 1, words);
            }
        }
    }

    @Test
    void saysHowManyWordsThereAre() {
        assertWrong("share-length", 27, share.words().subList(0, 27));
        assertWrong("share-length", 1, share.words().subList(0, 1));
        assertWrong("required", 0, List.of());
    }

    @Test
    void refusesSeveralWrongWords() {
        List<String> words = new ArrayList<>(share.words());
        words.set(3, ShareWords.word(1));
        words.set(20, ShareWords.word(2));
        assertWrong("share-check", 0, words);
    }

    @Test
    void neverSaysItself() {
        assertEquals("RecoveryShare[2]", share.toString());
        share.close();
        assertFalse(List.of(PRINTED.split("\\s+")).equals(share.words()));
    }

    private static void assertWrong(String reason, int word, List<String> words) {
        var wrong = assertThrows(WrongShare.class, () -> RecoveryShare.parse("second", String.join(" ", words)));
        assertEquals(reason, wrong.reason());
        assertEquals("second", wrong.field());
        assertEquals(word, wrong.word());
    }
}
