package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** No sentence of the console's other language stands on a page. */
final class OneLanguage {

    /** A shorter text may be a word in both, or what a client is written to in their own language. */
    private static final int SENTENCE = 20;

    private static final List<String> GERMAN_ALONE = alone("de", "en");
    private static final List<String> ENGLISH_ALONE = alone("en", "de");

    private OneLanguage() {}

    static void assertSpoken(Page page, String name) {
        boolean german = page.getAttribute("html", "lang").equals("de");
        String words = page.innerText("body");
        for (String foreign : german ? ENGLISH_ALONE : GERMAN_ALONE) {
            assertFalse(words.contains(foreign), () -> name + " says: " + foreign);
        }
    }

    private static List<String> alone(String language, String other) {
        ResourceBundle texts = bundle(language);
        ResourceBundle others = bundle(other);
        return texts.keySet().stream()
                .filter(key -> !texts.getString(key).equals(others.getString(key)))
                .map(texts::getString)
                .filter(text -> text.length() >= SENTENCE && !text.contains("{"))
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "org.obhut.console.texts",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
