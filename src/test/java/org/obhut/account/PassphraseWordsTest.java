package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseWordsTest {

    private static byte[] file(String name) throws Exception {
        try (InputStream file = PassphraseWords.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void aListIsTheOneWhoseLicenceAndChecksumAreKept(String language) throws Exception {
        String name = "words-" + language + ".txt";
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file(name)));
        String licence = new String(file("words-LICENSE.txt"), StandardCharsets.UTF_8);
        assertTrue(licence.contains(sum + "  " + name), "checksum of " + name);
        assertTrue(licence.contains("Creative Commons Attribution 3.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void sixWordsHave77BitsAndCanBeTypedAnywhere(String language) {
        List<String> words = PassphraseWords.list(language);
        Set<String> different = new HashSet<>(words);
        assertEquals(words.size(), different.size());
        double bits = PassphraseWords.WORDS * Math.log(words.size()) / Math.log(2);
        assertTrue(bits >= 77, () -> bits + " bits");
        assertEquals(
                List.of(),
                words.stream().filter(word -> !word.matches("[a-z-]{3,9}")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyWordComesUp(String language) {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        Locale locale = Locale.forLanguageTag(language);
        for (int i = 0; i < 30_000; i++) {
            String[] words = PassphraseWords.next(random, locale).split(" ");
            assertEquals(PassphraseWords.WORDS, words.length);
            seen.addAll(List.of(words));
        }
        assertEquals(new HashSet<>(PassphraseWords.list(language)), seen);
    }
}
