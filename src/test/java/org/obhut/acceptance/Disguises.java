package org.obhut.acceptance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The forms in which a program writes a word down by accident: text in several charsets, and the encodings of mail, web and logs. */
final class Disguises {

    /** In 3 bytes base64 starts anew, so a word stands in it in one of three ways. */
    private static final int ALIGNMENTS = 3;

    private Disguises() {}

    /**
     * Every form of a word, as bytes by a name for the form. Upper and lower case of ASCII letters is left to the search.
     *
     * @param word of at least 12 characters, so that no form is short enough to turn up by chance
     */
    static Map<String, byte[]> of(String word) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        Set<String> cases = new TreeSet<>(List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)));
        int number = 0;
        for (String written : cases) {
            String suffix = number++ == 0 ? "" : " (case " + number + ")";
            texts(written).forEach((name, bytes) -> forms.put(name + suffix, bytes));
        }
        return forms;
    }

    private static Map<String, byte[]> texts(String word) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1)) {
            byte[] bytes = word.getBytes(charset);
            forms.put(charset.name(), bytes);
            forms.put("hex of " + charset.name(), ascii(HexFormat.of().formatHex(bytes)));
            for (int alignment = 0; alignment < ALIGNMENTS; alignment++) {
                String name = " of " + charset.name() + " at " + alignment;
                forms.put("base64" + name, base64(Base64.getEncoder(), bytes, alignment));
                forms.put("base64url" + name, base64(Base64.getUrlEncoder(), bytes, alignment));
            }
        }
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = word.getBytes(StandardCharsets.ISO_8859_1);
        forms.put("quoted-printable", escaped(utf8, "=%02X"));
        forms.put("quoted-printable of ISO-8859-1", escaped(latin1, "=%02X"));
        forms.put("percent-encoded", escaped(utf8, "%%%02X"));
        forms.put("octal", escaped(utf8, "\\%03o"));
        forms.put("JSON", characters(word, "\\u%04x"));
        forms.put("HTML", characters(word, "&#%d;"));
        return forms;
    }

    /** The middle of the base64, which is the same whatever stands before and behind the word. */
    private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int alignment) {
        byte[] shifted = new byte[alignment + bytes.length];
        System.arraycopy(bytes, 0, shifted, alignment, bytes.length);
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        int from = alignment == 0 ? 0 : alignment + 1;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoded, from, to);
    }

    private static byte[] escaped(byte[] bytes, String format) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            text.append(b >= 0 ? String.valueOf((char) b) : format.formatted(b & 0xff));
        }
        return ascii(text.toString());
    }

    private static byte[] characters(String word, String format) {
        List<String> parts = new ArrayList<>();
        word.chars().forEach(c -> parts.add(c < 0x80 ? String.valueOf((char) c) : format.formatted(c)));
        return ascii(String.join("", parts));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
