package org.obhut.urgency;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as people type them in haste: without case, accents and apostrophes. */
final class PlainWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");

    private PlainWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain(text));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Letters alone, for scripts without blanks between words. */
    static String letters(String text) {
        return String.join("", of(text));
    }

    private static String plain(String text) {
        String lower = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return bare.replace("ß", "ss").replace('ı', 'i').replace('ł', 'l').replace('đ', 'd');
    }
}
