package org.obhut.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** The form in which words are compared: small letters without accents, in any script. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** One character can become up to four ({@link ASCIIFoldingFilter}). */
    private static final int LONGEST = 4;

    private Folding() {}

    static String of(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (ascii(small)) {
            return small;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
        char[] letters = bare.toCharArray();
        char[] folded = new char[letters.length * LONGEST];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }

    private static boolean ascii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }
}
