package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void takesTheFirstWantedLanguageThatItSpeaksElseGerman() {
        assertEquals(Language.EN, Language.wanted(List.of(Locale.forLanguageTag("en-US"), Locale.GERMANY)));
        assertEquals(Language.DE, Language.wanted(List.of(Locale.FRENCH, Locale.GERMAN, Locale.ENGLISH)));
        assertEquals(Language.DE, Language.wanted(List.of(Locale.FRENCH)));
        assertEquals(Language.DE, Language.wanted(List.of()));
    }
}
