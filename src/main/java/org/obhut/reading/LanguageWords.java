package org.obhut.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts, per language, the words of a text that are in nearly every short mail of that language. */
final class LanguageWords {

    private static final Map<String, Set<String>> WORDS = read();

    private final List<String> words;
    private final Map<String, Integer> hits = new HashMap<>();

    LanguageWords(String text) {
        this.words = List.of(plain(text).strip().split("[^\\p{L}\\p{N}'-]+"));
        for (String word : words) {
            WORDS.forEach((language, known) -> {
                if (known.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
    }

    /** The part of the words that the language knows, from 0 to 1. */
    double share(String language) {
        return hits.getOrDefault(language, 0) / (double) words.size();
    }

    /** Lower case without marks. */
    private static String plain(String text) {
        return Normalizer.normalize(Phrases.lower(text), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('ı', 'i')
                .replace('ł', 'l')
                .replace('đ', 'd');
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new HashMap<>();
        Phrases.read("frequent-words.txt").byLanguage("words").forEach((language, lines) -> {
            Set<String> words = new HashSet<>();
            lines.forEach(line -> words.addAll(List.of(plain(line).split(" "))));
            read.put(language, words);
        });
        return read;
    }
}
