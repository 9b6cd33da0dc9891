package org.obhut.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages as people name them in a form: by their tag, in their own words, or in those of another language served here. */
public final class LanguageNames {

    private static final List<String> NAMED_IN =
            List.of("de", "en", "ro", "bg", "hu", "pl", "es", "ru", "tr", "th", "fr", "pt", "sq", "zh", "it", "uk");

    private static final Map<String, String> TAGS = tags();

    private LanguageNames() {}

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String tag : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(tag);
            tags.put(tag, tag);
            tags.putIfAbsent(normal(language.getDisplayLanguage(language)), tag);
            NAMED_IN.forEach(
                    in -> tags.putIfAbsent(normal(language.getDisplayLanguage(Locale.forLanguageTag(in))), tag));
        }
        return Map.copyOf(tags);
    }

    /** The BCP 47 tag of the language that the text begins with: {@code Rumänisch / Română} is {@code ro}. */
    public static Optional<String> tag(String text) {
        String whole = normal(text);
        String word = whole.split("[^\\p{L}\\p{M}]", 2)[0];
        return Optional.ofNullable(TAGS.getOrDefault(whole, TAGS.get(word)));
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
