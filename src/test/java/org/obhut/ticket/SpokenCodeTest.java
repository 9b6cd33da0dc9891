package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenCodeTest {

    private static final String CODE = "mango piano tulipan zebra";

    private static Optional<String> heard(String text) {
        return SpokenCode.heard(text).map(SpokenCode::canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zebra mango piano tulipan",
                " Tulipan, ZEBRA – mango; piano! ",
                "Zèbra mangó pïano tulipán",
                "zebra mango piano tulpan",
                "sebra manggo pano tulipan"
            })
    void orderCaseAccentsAndOneWrongLetterAWordDoNotMatter(String text) {
        assertEquals(Optional.of(CODE), heard(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zebra mango piano",
                "zebra mango piano tulipan tiger",
                "zebra zebra piano tulipan",
                "zebra mango piano haus",
                "zebra mango piano tlpan"
            })
    void anythingElseIsNoCode(String text) {
        assertEquals(Optional.empty(), heard(text));
    }

    @Test
    void thereAreEnoughWordsAndNoTwoAreAlike() {
        List<String> words = SpokenCode.LIST;
        assertEquals(words.size(), new HashSet<>(words).size());
        double bits = Math.log(combinations(words.size())) / Math.log(2);
        System.out.printf("%d words, %.1f bits in any order%n", words.size(), bits);
        assertTrue(bits >= 24, bits + " bits");
        for (String one : words) {
            assertTrue(one.matches("[a-z]{4,12}"), one);
            for (String other : words) {
                assertTrue(one.equals(other) || distance(one, other) >= 3, one + " and " + other);
            }
        }
    }

    private static double combinations(double n) {
        return n * (n - 1) * (n - 2) * (n - 3) / 24;
    }

    /** How many letters have to be changed, put in or left out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }

    @Test
    void aRandomCodeIsHeardAsItIsSpoken() {
        for (int i = 0; i < 200; i++) {
            SpokenCode code = SpokenCode.random(new SecureRandom());
            assertEquals(Optional.of(code.canonical()), heard(code.text()));
            assertEquals(code, SpokenCode.of(code.text()));
        }
    }
}
