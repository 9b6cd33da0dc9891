package org.obhut.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under a charset label, which may be missing, unknown or wrong. A label that fits is never overruled; it does not fit
 * where the bytes can't be of that set, or could be but would say nothing in any language. Then UTF-8 is tried, then a guess.
 * Never fails: what can't be decoded becomes U+FFFD.
 */
final class LabelledText {

    /** So many letters in a row of nothing but accented ones are no Latin text. */
    private static final int TELLING = 12;

    /** So many sequences of UTF-8, and no byte that breaks its rule, are no accident. */
    private static final int SURE = 4;

    private final byte[] bytes;

    private LabelledText(byte[] bytes) {
        this.bytes = bytes;
    }

    static String decode(byte[] bytes, @Nullable String label) {
        LabelledText text = new LabelledText(bytes);
        String marked = text.byMark();
        if (marked != null) {
            return marked;
        }
        if (Charsets.utf7(label)) {
            return Utf7.decode(bytes);
        }
        if (Charsets.ascii(label)) {
            return text.unlabelled();
        }
        return Charsets.of(label).map(text::under).orElseGet(text::unlabelled);
    }

    /** The text in this charset, null where the bytes can't be of it. */
    static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether these bytes can be of this charset and say something in it. */
    static boolean fits(byte[] bytes, Charset charset) {
        String text = strict(bytes, charset);
        return text != null && !nothingIn(text);
    }

    /** Whether these bytes switch charsets as ISO 2022 does, and are no ASCII though all are below 128. */
    static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private String under(Charset charset) {
        String text = strict(bytes, charset);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return text != null ? text : damagedUtf8();
        }
        if (text == null) {
            return unlabelled();
        }
        if (wide(charset) && ascii()) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && likelier(utf8, text)) {
            return utf8;
        }
        return nothingIn(text) ? CharsetGuess.other(bytes).map(this::in).orElse(text) : text;
    }

    private String unlabelled() {
        if (ascii() && !escapes(bytes)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        String utf8 = escapes(bytes) ? null : strict(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : in(CharsetGuess.of(bytes));
    }

    /** Some broken sequences are damage, if most are well formed; else it was never UTF-8. */
    private String damagedUtf8() {
        String text = in(StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == 0xfffd).count();
        long fine = text.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
        return fine >= damaged ? text : in(CharsetGuess.of(bytes));
    }

    /**
     * Whether bytes that are valid UTF-8 were meant so in spite of their label: whoever writes in another set hardly ever makes
     * such a sequence by accident, and then another character beside it breaks the rule. Under labels of another script the
     * characters must also be of that script, as two Thai letters can look like one of an unused block.
     */
    private static boolean likelier(String utf8, String labelled) {
        if (utf8.equals(labelled) || utf8.codePoints().noneMatch(c -> c > 0x7f)) {
            return false;
        }
        Optional<Character.UnicodeScript> script = script(labelled);
        if (script.isEmpty() || script.get() == Character.UnicodeScript.LATIN) {
            return utf8.codePoints().filter(c -> c > 0x7f).limit(SURE).count() == SURE
                    || LatinLetters.share(utf8) >= LatinLetters.share(labelled);
        }
        return script(utf8).equals(script)
                || script.get() == Character.UnicodeScript.HAN
                        && script(utf8).filter(LabelledText::eastAsian).isPresent();
    }

    /** The script of most letters that are not ASCII. */
    private static Optional<Character.UnicodeScript> script(String text) {
        int[] counts = new int[Character.UnicodeScript.values().length];
        text.codePoints()
                .filter(c -> c > 0x7f && Character.isLetter(c))
                .forEach(c -> counts[Character.UnicodeScript.of(c).ordinal()]++);
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return counts[most] == 0 ? Optional.empty() : Optional.of(Character.UnicodeScript.values()[most]);
    }

    private static boolean eastAsian(Character.UnicodeScript script) {
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }

    /** Whether this is Cyrillic, Greek or the like read as Latin: words of accented letters, which no language has. */
    private static boolean nothingIn(String text) {
        int accented = 0;
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x24f && Character.isLetter(c)) {
                return false;
            }
            if (Character.isLetter(c)) {
                accented += c > 0x7f ? 1 : 0;
                plain += c > 0x7f ? 0 : 1;
            }
        }
        return accented >= TELLING && accented > plain && LatinLetters.share(text) < 0.9;
    }

    private String in(Charset charset) {
        return new String(bytes, charset);
    }

    private boolean ascii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no ASCII text can be of this set. */
    private static boolean wide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private @Nullable String byMark() {
        if (starts(0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (!holdsNul()) {
            return null;
        }
        if (starts(0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return null;
    }

    private boolean holdsNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean starts(int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
