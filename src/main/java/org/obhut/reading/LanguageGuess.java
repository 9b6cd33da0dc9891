package org.obhut.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text among those that Obhut serves, by letters and very frequent words; {@code und} in doubt. A better
 * guess can take its place: nothing but the choice of a neutral subject and a filter hangs on it.
 */
public final class LanguageGuess {

    private static final int LOOKED_AT = 4_000;

    private static final Map<String, Set<String>> WORDS = Map.of(
            "de",
                    Set.of(
                            "ich", "und", "nicht", "die", "der", "das", "ist", "sie", "mit", "für", "habe", "ein",
                            "eine", "auf", "mir", "zu", "wie", "kann", "bin", "bei", "danke", "haben", "aber", "auch",
                            "oder", "wenn", "noch", "hallo", "guten", "tag"),
            "en",
                    Set.of(
                            "the", "and", "is", "you", "not", "for", "have", "with", "that", "this", "my", "are", "to",
                            "of", "i", "can", "what", "how", "please", "thank", "hello", "do", "it", "was", "am",
                            "would", "if", "your", "about", "be"),
            "ro",
                    Set.of(
                            "și",
                            "si",
                            "nu",
                            "este",
                            "sunt",
                            "pentru",
                            "cu",
                            "am",
                            "să",
                            "sa",
                            "mai",
                            "că",
                            "ca",
                            "la",
                            "din",
                            "dacă",
                            "daca",
                            "vă",
                            "va",
                            "rog",
                            "mulțumesc",
                            "multumesc",
                            "bună",
                            "buna",
                            "ziua",
                            "ce",
                            "mă",
                            "ma",
                            "un",
                            "o"),
            "es",
                    Set.of(
                            "y", "que", "no", "es", "para", "con", "por", "una", "un", "mi", "me", "el", "la", "los",
                            "las", "de", "en", "hola", "gracias", "tengo", "puedo", "como", "cómo", "qué", "si", "pero",
                            "estoy", "soy", "buenos", "días"),
            "bg",
                    Set.of(
                            "и",
                            "да",
                            "не",
                            "на",
                            "се",
                            "за",
                            "съм",
                            "ли",
                            "с",
                            "в",
                            "от",
                            "че",
                            "по",
                            "как",
                            "ми",
                            "аз",
                            "моля",
                            "благодаря",
                            "здравейте",
                            "имам",
                            "са",
                            "е",
                            "ще",
                            "но",
                            "ако",
                            "какво",
                            "мога",
                            "това",
                            "трябва",
                            "без"));

    private LanguageGuess() {}

    public static String of(String text) {
        String looked = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
        // Letters that Bulgarian does not have: Russian, Ukrainian, Serbian, Macedonian …
        if (looked.chars().anyMatch(c -> "ыэёіїєґђјљњћџѓќѕ".indexOf(c) >= 0)) {
            return "und";
        }
        Map<String, Integer> hits = new HashMap<>();
        for (String word : looked.split("[^\\p{L}]+")) {
            WORDS.forEach((language, words) -> {
                if (words.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        String best = "und";
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            if (hit.getValue() > most) {
                second = most;
                most = hit.getValue();
                best = hit.getKey();
            } else {
                second = Math.max(second, hit.getValue());
            }
        }
        return most >= 2 && most > second ? best : "und";
    }
}
