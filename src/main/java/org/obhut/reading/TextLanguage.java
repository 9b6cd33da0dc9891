package org.obhut.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language of a text as a BCP 47 tag, {@code und} in doubt. A script that one language writes decides by itself; between the
 * languages of Latin, Cyrillic and Arabic letters OpenNLP's model decides, together with words that are in nearly every short mail:
 * mails of clients have ten words, often without the marks of their language. Bulgarian and Russian in Latin letters are told too.
 * Of Chinese its script is said where it is the traditional one ({@code zh-Hant}).
 */
public final class TextLanguage {

    /** In doubt. */
    public static final String UNKNOWN = "und";

    private static final int LOOKED_AT = 2_000;

    /** Fewer letters say nothing, unless all of their words are known. */
    private static final int FEW_LETTERS = 12;

    private static final Pattern NO_WORD = Pattern.compile("(https?://|www\\.)\\S{1,500}|\\S{1,100}@\\S{1,200}");

    private static final Map<UnicodeScript, String> ONE_LANGUAGE = new EnumMap<>(Map.of(
            UnicodeScript.THAI, "th",
            UnicodeScript.GREEK, "el",
            UnicodeScript.HAN, "zh",
            UnicodeScript.HIRAGANA, "ja",
            UnicodeScript.KATAKANA, "ja",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.ARMENIAN, "hy"));

    /** The model's names of the languages that come into question, by script. */
    private static final Map<UnicodeScript, Map<String, String>> SEVERAL = new EnumMap<>(Map.of(
            UnicodeScript.LATIN,
            Map.ofEntries(
                    Map.entry("deu", "de"),
                    Map.entry("eng", "en"),
                    Map.entry("ron", "ro"),
                    Map.entry("hun", "hu"),
                    Map.entry("pol", "pl"),
                    Map.entry("spa", "es"),
                    Map.entry("tur", "tr"),
                    Map.entry("fra", "fr"),
                    Map.entry("por", "pt"),
                    Map.entry("sqi", "sq"),
                    Map.entry("hrv", "hr"),
                    Map.entry("bos", "hr"),
                    Map.entry("ita", "it"),
                    Map.entry("nld", "nl"),
                    Map.entry("vie", "vi"),
                    Map.entry("ces", "cs"),
                    Map.entry("slk", "sk"),
                    Map.entry("slv", "sl"),
                    Map.entry("lit", "lt"),
                    Map.entry("lav", "lv"),
                    Map.entry("swe", "sv"),
                    Map.entry("dan", "da"),
                    Map.entry("fin", "fi")),
            UnicodeScript.CYRILLIC,
            Map.of("rus", "ru", "ukr", "uk", "bul", "bg", "srp", "sr", "mkd", "mk"),
            UnicodeScript.ARABIC,
            Map.of("ara", "ar", "arb", "ar", "fas", "fa", "pes", "fa", "urd", "ur")));

    /** Languages of which no word list is kept, so that a short text can't be theirs. */
    private static final List<String> WITHOUT_WORDS = List.of("sl", "lt", "lv", "sv", "da", "fi");

    private static final double OF_WORDS = 2.0;
    private static final double MARGIN = 0.15;

    /** The model is surer in Cyrillic, as it knows fewer languages there. */
    private static final double OF_CYRILLIC = 1.8;

    private static final LanguageDetectorME MODEL = model();

    private TextLanguage() {}

    /** @param text what the writer has written, without quotes */
    public static String of(String text) {
        String looked = NO_WORD.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)))
                .replaceAll(" ");
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        looked.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
        UnicodeScript script = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        int letters = scripts.getOrDefault(script, 0);
        if (scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) > 0 && script == UnicodeScript.HAN) {
            return "ja";
        }
        if (ONE_LANGUAGE.containsKey(script)) {
            if (script == UnicodeScript.HAN && letters > 1) {
                return ChineseScript.of(looked);
            }
            return letters < 2 ? UNKNOWN : Objects.requireNonNull(ONE_LANGUAGE.get(script));
        }
        Map<String, String> candidates = SEVERAL.getOrDefault(script, Map.of());
        return candidates.isEmpty() ? UNKNOWN : best(looked, letters, candidates, script);
    }

    private static String best(String text, int letters, Map<String, String> candidates, UnicodeScript script) {
        LanguageWords words = new LanguageWords(text);
        Map<String, Double> scores = new HashMap<>();
        for (Language guess : MODEL.predictLanguages(text)) {
            String tag = candidates.get(guess.getLang());
            if (tag != null) {
                double score = Math.log(guess.getConfidence() + 1e-6) + OF_WORDS * words.share(tag);
                scores.merge(tag, score - (WITHOUT_WORDS.contains(tag) ? 0.7 : 0), Math::max);
            }
        }
        if (script == UnicodeScript.LATIN && Transliteration.possible(text)) {
            transliterated(text, words, scores);
        }
        List<Map.Entry<String, Double>> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
        String first = ranked.get(0).getKey();
        boolean clear = ranked.get(0).getValue() - ranked.get(1).getValue() >= MARGIN;
        boolean known = words.share(first) > 0.99 || words.share(first + "-Latn") > 0.99;
        boolean enough = letters >= FEW_LETTERS || known && letters > 4;
        return clear && enough ? first : UNKNOWN;
    }

    /** Bulgarian and Russian are looked at in their own letters, in which the model knows them. */
    private static void transliterated(String text, LanguageWords words, Map<String, Double> scores) {
        Map<String, String> candidates = SEVERAL.getOrDefault(UnicodeScript.CYRILLIC, Map.of());
        for (Language guess : MODEL.predictLanguages(Transliteration.toCyrillic(text))) {
            String tag = candidates.get(guess.getLang());
            if ("bg".equals(tag) || "ru".equals(tag)) {
                double score = Math.log(guess.getConfidence() / OF_CYRILLIC + 1e-6);
                scores.merge(tag, score + OF_WORDS * words.share(tag + "-Latn"), Math::max);
            }
        }
    }

    private static LanguageDetectorME model() {
        try (InputStream in =
                Objects.requireNonNull(LanguageDetectorModel.class.getResourceAsStream("/langdetect-183.bin"))) {
            return new LanguageDetectorME(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
