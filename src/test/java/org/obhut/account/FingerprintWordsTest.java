package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintWordsTest {

    private static List<String> words(String bits, Locale locale) {
        StringBuilder hex = new StringBuilder();
        String padded = bits + "0".repeat(256 - bits.length());
        for (int at = 0; at < 256; at += 4) {
            hex.append(Integer.toHexString(Integer.parseInt(padded.substring(at, at + 4), 2)));
        }
        return FingerprintWords.of(hex.toString(), locale);
    }

    private static String bits(int number) {
        return String.format("%11s", Integer.toBinaryString(number)).replace(' ', '0');
    }

    @Test
    void eachOf2048NumbersHasAWordOfItsOwnInBothLanguages() {
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            Set<String> words = new HashSet<>();
            for (int number = 0; number < 2048; number++) {
                words.add(words(bits(number), locale).get(0));
            }
            assertEquals(2048, words.size());
        }
    }

    @Test
    void sixWordsCarryTheFirst66Bits() {
        String key = bits(1) + bits(2047) + bits(32) + bits(1024) + bits(31) + bits(7);
        List<String> words = words(key, Locale.GERMANY);
        assertEquals(6, words.size());
        assertEquals("Ahornblatt", words.get(0));
        assertEquals("Waldweg", words.get(1));
        assertEquals("Apfelbaum", words.get(2));
        for (int bit = 0; bit < 66; bit++) {
            char flipped = key.charAt(bit) == '0' ? '1' : '0';
            String other = key.substring(0, bit) + flipped + key.substring(bit + 1);
            assertNotEquals(words, words(other, Locale.GERMANY), "bit " + bit);
        }
    }
}
