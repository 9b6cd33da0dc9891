package org.obhut.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers for someone in danger, in the client's language: {@code config/crisis-text}, one file per tag of BCP 47. */
@ApplicationScoped
public class CrisisText {

    private static final String OTHERWISE = "en";

    private final Map<String, String> texts = new LinkedHashMap<>();

    public CrisisText() {
        ListedLanguages.CRISIS_TEXTS.forEach(
                tag -> texts.put(tag, ListedLanguages.text("crisis-text", tag).strip()));
    }

    /** The text for a client of this language (tag of BCP 47 or {@code und}); in English where there is none. */
    public String in(String language) {
        @Nullable String exact = texts.get(language);
        if (exact != null) {
            return exact;
        }
        String primary = language.split("-", 2)[0];
        return texts.getOrDefault(primary, texts.getOrDefault(OTHERWISE, ""));
    }

    /** All texts by language. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }
}
