package org.obhut.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Passphrases of random words. Six of 7,776 are 77 bits. A thief of database and key store who tries a million a second, against
 * Argon2id with 64 MiB, would need some 3.5 billion years for half of them; four words would last 29 years, and passphrases are to
 * outlive faster machines. Short words without umlauts, so that they can be typed many times a day and on any keyboard.
 */
public final class PassphraseWords {

    static final int WORDS = 6;

    private static final Map<String, List<String>> LISTS = new ConcurrentHashMap<>();

    private PassphraseWords() {}

    /** Six words, apart by blanks, in the language of a locale: German, else English. */
    public static String next(SecureRandom random, Locale locale) {
        List<String> words = list(locale.getLanguage().equals("de") ? "de" : "en");
        return random.ints(WORDS, 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" "));
    }

    /** @param language {@code de} or {@code en} */
    static List<String> list(String language) {
        return LISTS.computeIfAbsent(language, PassphraseWords::read);
    }

    private static List<String> read(String language) {
        try (InputStream file = PassphraseWords.class.getResourceAsStream("words-" + language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
