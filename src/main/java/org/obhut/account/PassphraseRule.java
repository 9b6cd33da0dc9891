package org.obhut.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.obhut.platform.InvalidInput;

/**
 * Which passphrases are taken: those that are not guessed early. How many guesses one outlasts is estimated as by zxcvbn (Wheeler,
 * USENIX Security 2016) from lists of common passwords, names and words, German ones among them; nothing is asked of a network.
 */
@ApplicationScoped
public class PassphraseRule {

    /** The least characters. */
    public static final int LEAST = 12;

    /** The most characters. */
    public static final int MOST = 200;

    /** At a thousand guesses a second, as Argon2id makes costly, these last thirty years. */
    static final double GUESSES = 1e12;

    /** What an estimate looks at: it takes time that grows with the square of the length, and long ones are strong anyway. */
    private static final int LOOKED_AT = 60;

    private final Zxcvbn estimate;

    public PassphraseRule() {
        try {
            estimate = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("words_de", PassphraseWords.list("de")))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a passphrase that is too short, too long or too easy to guess for who knows its person.
     *
     * @param known what is known of the person, such as the sign-in name
     * @throws InvalidInput of the field {@code passphrase}
     */
    void require(char[] passphrase, List<String> known) {
        if (passphrase.length < LEAST) {
            throw new InvalidInput("passphrase", "too-short");
        }
        if (passphrase.length > MOST) {
            throw new InvalidInput("passphrase", "too-long");
        }
        if (known.stream().anyMatch(word -> Arrays.equals(word.toCharArray(), passphrase))) {
            throw new InvalidInput("passphrase", "same-as-name");
        }
        if (guesses(passphrase, known) < GUESSES) {
            throw new InvalidInput("passphrase", "too-easy");
        }
    }

    /** A name, and each part of it; what the passphrase is for is known of everybody. */
    private static List<String> words(List<String> known) {
        return Stream.concat(Stream.of("Obhut"), known.stream())
                .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(word.split("[^\\p{L}\\p{N}]+"))))
                .distinct()
                .toList();
    }

    private double guesses(char[] passphrase, List<String> known) {
        char[] copy = Arrays.copyOf(passphrase, Math.min(passphrase.length, LOOKED_AT));
        try {
            return estimate.measure(CharBuffer.wrap(copy), words(known)).getGuesses();
        } finally {
            Arrays.fill(copy, '\0');
        }
    }
}
