package org.obhut.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds words of danger in what a client writes: {@code config/urgent-words}. All languages are looked for in every text, as the language
 * of a few words written in haste is hard to tell. A hit is no judgement; a person says yes or no to it.
 */
@ApplicationScoped
public class UrgentWords {

    /** Danger is told early; a longer text is no cry for help and costs time. */
    private static final int LONGEST = 20_000;

    private static final List<String> WITHOUT_BLANKS = List.of("th", "zh");

    private final List<Phrase> urgent = new ArrayList<>();
    private final List<Phrase> harmless = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();

    public UrgentWords() {
        for (String language : ListedLanguages.URGENT_WORDS) {
            ListedLanguages.text("urgent-words", language)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(language, line));
        }
    }

    private void add(String language, String line) {
        if (WITHOUT_BLANKS.contains(language)) {
            letters.add(PlainWords.letters(line));
        } else if (line.startsWith("- ")) {
            harmless.add(Phrase.of(line.substring(2)));
        } else {
            urgent.add(Phrase.of(line));
        }
    }

    /** Whether a text has any of them. */
    public boolean in(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        List<String> words = PlainWords.of(start);
        for (int position = 0; position < words.size(); position++) {
            int passed = longest(harmless, words, position);
            if (passed > 0) {
                position += passed - 1;
            } else if (longest(urgent, words, position) > 0) {
                return true;
            }
        }
        String all = String.join("", words);
        return letters.stream().anyMatch(all::contains);
    }

    private static int longest(List<Phrase> phrases, List<String> words, int position) {
        return phrases.stream()
                .mapToInt(phrase -> phrase.at(words, position))
                .max()
                .orElse(0);
    }
}
