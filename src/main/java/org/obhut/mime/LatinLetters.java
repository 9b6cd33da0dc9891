package org.obhut.mime;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the Latin charsets apart by the letters that a language uses: the right charset is the one in which all that is not
 * ASCII belongs to the alphabet of one language that is written in it. Statistics over bytes can't do it, as these charsets
 * share most of their letters.
 */
final class LatinLetters {

    /** What languages have beside a to z, in lower case; letters that are rare there are left out, as they would mislead. */
    private static final List<String> WESTERN =
            List.of("äöüß", "àâçéèêëîïôœùûü", "áéíóúüñªº", "ãõáâàçéêíóôú", "ëç", "àèéìòù", "åäæéöøü", "éèëïóöü");

    private static final List<String> TURKISH = List.of("çğıöşüâîû");
    private static final List<String> CENTRAL =
            List.of("ąćęłńóśźż", "áéíóöőúüű", "ăâîşţșț", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "čćđšž", "äöüß");

    /** A charset and the alphabets that people write in it. */
    private record Candidate(Charset charset, List<String> alphabets) {

        Candidate(String charset, List<String> alphabets) {
            this(Charset.forName(charset), alphabets);
        }
    }

    /** The commonest first: where two fit equally, most of what they would say is the same. */
    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("windows-1252", WESTERN),
            new Candidate("windows-1254", TURKISH),
            new Candidate("windows-1250", CENTRAL),
            new Candidate("iso-8859-2", CENTRAL),
            new Candidate("ibm850", WESTERN),
            new Candidate("x-MacRoman", WESTERN));

    private static final List<String> ALL =
            Stream.of(WESTERN, TURKISH, CENTRAL).flatMap(List::stream).toList();

    /** As much of a text is looked at. */
    private static final int SAMPLE = 16 * 1024;

    /** Signs that any language has around its words, beside those of Unicode's blocks for punctuation and pictures. */
    private static final String SIGNS = "\u00a0§°·«»¿¡©®™´¨×½²³€";

    /** Signs that also stand between two letters of a word. */
    private static final String WITHIN_WORDS = "’‘´·–\u00a0";

    /** Signs that never stand right after a letter. */
    private static final String BEFORE_WORDS = "§¿¡„";

    private LatinLetters() {}

    /** The best of the Latin charsets for these bytes, and the share of their non-ASCII characters (0 to 1) that it explains. */
    record Fit(Charset charset, double share) {}

    static Fit of(byte[] bytes) {
        Fit best = new Fit(Charsets.WINDOWS_1252, -1);
        for (Candidate candidate : CANDIDATES) {
            double share = share(new String(bytes, candidate.charset()), candidate.alphabets());
            if (share > best.share()) {
                best = new Fit(candidate.charset(), share);
            }
        }
        return best;
    }

    /** How much of what is not ASCII in this text belongs to one language's alphabet, 0 to 1; 1 where all is ASCII. */
    static double share(String text) {
        return share(text, ALL);
    }

    private static double share(String text, List<String> alphabets) {
        int[] fitting = new int[alphabets.size()];
        int all = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            all++;
            boolean sign = sign(text, i);
            int lower = c == 'İ' ? 'ı' : Character.toLowerCase(c);
            for (int language = 0; language < fitting.length; language++) {
                fitting[language] += sign || alphabets.get(language).indexOf(lower) >= 0 ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double) Arrays.stream(fitting).max().orElse(0) / all;
    }

    private static boolean sign(String text, int at) {
        char c = text.charAt(at);
        boolean block = c >= 0x2000 && c < 0x2c00 || Character.isSurrogate(c);
        boolean after = at > 0 && Character.isLetter(text.charAt(at - 1));
        boolean before = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return (block || SIGNS.indexOf(c) >= 0)
                && (WITHIN_WORDS.indexOf(c) >= 0 || !(after && before))
                && !(after && BEFORE_WORDS.indexOf(c) >= 0);
    }
}
