package org.obhut.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text in a header (RFC 2047): left as it is where it is short ASCII, else as UTF-8 encoded words, one a line. */
final class EncodedWords {

    /** Bytes in one word: with 'Subject: ' in front the line stays below its limit of 76 (RFC 2047 section 2). */
    private static final int BYTES = 39;

    private static final int LINE = 60;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");

    private EncodedWords() {}

    /** Unstructured text, such as a subject. Line breaks and other controls become a space, so that no text can start a header. */
    static String unstructured(String text) {
        String line = oneLine(text);
        return fits(line, ASCII) ? line : encoded(line);
    }

    /** A display name (RFC 5322 section 3.2.5); never quoted: what is not plain atoms becomes encoded words. */
    static String phrase(String text) {
        String line = oneLine(text);
        return fits(line, ATOMS) ? line : encoded(line);
    }

    /** As encoded words, whether that is needed or not. */
    static String words(String text) {
        return encoded(oneLine(text));
    }

    static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static boolean fits(String line, Pattern plain) {
        return line.length() <= LINE && plain.matcher(line).matches() && !line.contains("=?");
    }

    private static String encoded(String line) {
        var words = new StringBuilder();
        int start = 0;
        while (start < line.length()) {
            int end = start;
            int bytes = 0;
            while (end < line.length() && bytes + width(line.codePointAt(end)) <= BYTES) {
                bytes += width(line.codePointAt(end));
                end += Character.charCount(line.codePointAt(end));
            }
            byte[] word = line.substring(start, end).getBytes(StandardCharsets.UTF_8);
            words.append(start == 0 ? "" : "\r\n ").append("=?UTF-8?B?");
            words.append(Base64.getEncoder().encodeToString(word)).append("?=");
            start = end;
        }
        return words.toString();
    }

    /** Bytes of a code point in UTF-8; a lone surrogate becomes a question mark. */
    private static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
