package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidInput;

class PassphraseRuleTest {

    private static final PassphraseRule RULE = new PassphraseRule();

    private static String refusal(String passphrase) {
        char[] typed = passphrase.toCharArray();
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> RULE.require(typed, List.of("jana.wiechert", "Jana Wiechert")));
        assertEquals("passphrase", refused.field());
        assertEquals(passphrase, new String(typed), "stays the caller's to wipe");
        return refused.reason();
    }

    @ParameterizedTest
    @CsvSource({
        "kurz, too-short",
        "elf Zeichen, too-short",
        "jana.wiechert, same-as-name",
        "Password1234, too-easy",
        "passwort12345, too-easy",
        "aaaaaaaaaaaaaaaa, too-easy",
        "qwertyuiopasdf, too-easy",
        "qwertzuiopasdfgh, too-easy",
        "123456789012345, too-easy",
        "Wiechert1985!, too-easy",
        "JanaWiechert2026, too-easy",
        "iloveyou2026!, too-easy",
        "Sommer Sommer, too-easy",
        "regenbogen123, too-easy"
    })
    void refusesWhatIsGuessedEarly(String passphrase, String reason) {
        assertEquals(reason, refusal(passphrase));
    }

    @Test
    void refusesWhatIsLongerThanAForm() {
        assertEquals("too-long", refusal("x y".repeat(80)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kaffee um vier bei Oma", "Tz7!kq-Wm2%vB", "fahrrad lampe zimt donner", "Вечер на реке в мае"})
    void takesWhatIsNot(String passphrase) {
        assertDoesNotThrow(() -> RULE.require(passphrase.toCharArray(), List.of("jana")));
    }

    @Test
    void takesEverySuggestion() {
        SecureRandom random = new SecureRandom();
        for (Locale locale : new Locale[] {Locale.GERMANY, Locale.UK}) {
            for (int i = 0; i < 200; i++) {
                char[] words = PassphraseWords.next(random, locale).toCharArray();
                assertDoesNotThrow(() -> RULE.require(words, List.of("jana")), () -> Arrays.toString(words));
            }
        }
    }

    /** The estimate takes longer the longer the text is: nobody stops the server with a form. */
    @Test
    void looksAtNoMoreThanIsNeeded() {
        assertEquals("too-easy", refusal("a".repeat(60) + "Tz7!kq-Wm2%vB fahrrad lampe zimt"));
    }
}
