package org.obhut.urgency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The languages of the lists in {@code config/}: those in which acknowledgements are known. */
final class ListedLanguages {

    static final List<String> URGENT_WORDS =
            List.of("de", "en", "ro", "bg", "es", "hu", "pl", "ru", "tr", "fr", "pt", "sq", "th", "zh");

    static final List<String> CRISIS_TEXTS =
            List.of("de", "en", "ro", "bg", "es", "hu", "pl", "ru", "tr", "fr", "pt", "sq", "th", "zh", "zh-Hant");

    private ListedLanguages() {}

    /** @throws IllegalStateException where the file is missing */
    static String text(String folder, String language) {
        String path = '/' + folder + '/' + language + ".txt";
        try (InputStream file = ListedLanguages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
