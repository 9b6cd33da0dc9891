package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.reading.TextLanguage;

class NeutralSubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de", "en", "ro", "bg", "hu", "pl", "es", "ru", "tr", "th", "fr", "pt", "sq", "zh", "zh-Hant", "uk",
                "sr", "hr", "it", "nl", "el", "ar", "vi", "cs", "sk"
            })
    void hasAPhraseInEveryLanguageThatClientsWrite(String language) {
        String phrase = NeutralSubject.in(language).orElseThrow();
        assertTrue(phrase.length() < 40, phrase);
        String found = TextLanguage.of(phrase);
        assertTrue(found.equals(language) || found.equals(TextLanguage.UNKNOWN), phrase + " reads as " + found);
    }

    @org.junit.jupiter.api.Test
    void fallsBackToThePrimaryLanguage() {
        assertEquals("zh", NeutralSubject.primary("zh-Hant"));
        assertEquals("Ihre Nachricht", NeutralSubject.common());
    }
}
