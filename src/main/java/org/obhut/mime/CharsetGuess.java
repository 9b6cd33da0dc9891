package org.obhut.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Guesses a charset from the bytes alone, for text that carries no label or one that can't be true. Frequencies of byte pairs
 * tell Cyrillic, Greek, Thai and East Asian sets; the Latin sets are told by {@link LatinLetters}.
 */
final class CharsetGuess {

    /** More bytes make no guess better. */
    private static final int MOST = 64 * 1024;

    /** Sets of the detector that no mail is written in, and what is meant. */
    private static final Map<String, String> MEANT = Map.of(
            "MACCYRILLIC", "windows-1251",
            // Hebrew letters lie where Cyrillic has its small ones; who writes to us writes these.
            "WINDOWS-1255", "windows-1251",
            "TIS620", "x-windows-874",
            "ISO-8859-7", "windows-1253",
            "SHIFT_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "BIG5", "big5-hkscs",
            "ISO-2022-JP", "x-windows-iso2022jp");

    private static final Charset GB18030 = Charset.forName("gb18030");

    /** So many Chinese characters without a blank: no other script has words so long. */
    private static final int LONG_RUN = 7;

    private CharsetGuess() {}

    /** The likeliest charset; Windows-1252 where nothing speaks for another. */
    static Charset of(byte[] bytes) {
        byte[] sample = bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes;
        LatinLetters.Fit latin = LatinLetters.of(sample);
        if (latin.share() == 1 && asciiLetters(sample) && !LabelledText.escapes(sample)) {
            return latin.charset();
        }
        return chinese(sample) ? GB18030 : other(sample).orElse(latin.charset());
    }

    /** A charset of another script; empty where the text is Latin by the looks of it. */
    static Optional<Charset> other(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, MOST));
        detector.dataEnd();
        return named(detector.getDetectedCharset());
    }

    private static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.equals("WINDOWS-1252") || name.equals("US-ASCII")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether all that is not ASCII are pairs of GB 2312, in runs as long as only Chinese has them, most of them its common
     * characters (rows 16 to 55): frequencies need more text to tell.
     */
    private static boolean chinese(byte[] bytes) {
        int pairs = 0;
        int common = 0;
        int runs = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int lead = bytes[i] & 0xff;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) {
                return false;
            }
            runs += i == 0 || bytes[i - 1] >= 0 ? 1 : 0;
            pairs++;
            common += lead >= 0xb0 && lead <= 0xd7 || lead == 0xa1 || lead == 0xa3 ? 1 : 0;
            i++;
        }
        return pairs >= LONG_RUN * Math.max(1, runs) && common * 10 >= pairs * 9;
    }

    private static boolean asciiLetters(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                return true;
            }
        }
        return false;
    }
}
