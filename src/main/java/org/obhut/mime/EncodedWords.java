package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words in headers (RFC 2047, with RFC 2231's language suffix). Neighbours of one charset are decoded together, as
 * many senders cut in the middle of a character.
 */
public final class EncodedWords {

    /** RFC 2047 allows 75 characters; real senders write whole subjects into one word. */
    private static final int LONGEST_WORD = 8_000;

    private EncodedWords() {}

    /** One encoded word: where it ends, its charset label and its decoded bytes. */
    private record Word(int end, String charset, byte[] bytes) {}

    /** Decodes a raw field value. Blanks between two encoded words disappear, as the RFC says. */
    public static String decode(String raw) {
        if (!raw.contains("=?")) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int start = raw.indexOf("=?", at);
            if (start < 0) {
                out.append(raw, at, raw.length());
                break;
            }
            Word word = word(raw, start);
            if (word == null) {
                out.append(raw, at, start + 2);
                at = start + 2;
                continue;
            }
            out.append(raw, at, start);
            at = run(raw, word, out);
        }
        return out.toString().replace("\u0000", "");
    }

    /** Appends a word and those that follow it with blanks between; returns where the run ends. */
    private static int run(String raw, Word first, StringBuilder out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.bytes());
        String charset = first.charset();
        int end = first.end();
        while (true) {
            int next = end;
            while (next < raw.length() && Character.isWhitespace(raw.charAt(next))) {
                next++;
            }
            Word word = raw.startsWith("=?", next) ? word(raw, next) : null;
            if (word == null) {
                break;
            }
            if (!word.charset().equals(charset)) {
                out.append(LabelledText.decode(bytes.toByteArray(), charset));
                bytes.reset();
                charset = word.charset();
            }
            bytes.writeBytes(word.bytes());
            end = word.end();
        }
        out.append(LabelledText.decode(bytes.toByteArray(), charset));
        return end;
    }

    private static @Nullable Word word(String raw, int start) {
        int charsetEnd = raw.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= raw.length() || raw.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        String charset = raw.substring(start + 2, charsetEnd);
        int star = charset.indexOf('*');
        charset = (star < 0 ? charset : charset.substring(0, star)).strip().toLowerCase(Locale.ROOT);
        char encoding = Character.toUpperCase(raw.charAt(charsetEnd + 1));
        int textStart = charsetEnd + 3;
        int end = close(raw, textStart);
        if (end < 0 || encoding != 'B' && encoding != 'Q' || charset.isEmpty()) {
            return null;
        }
        byte[] text = raw.substring(textStart, end).getBytes(StandardCharsets.UTF_8);
        return new Word(end + 2, charset, encoding == 'B' ? TransferEncoding.base64(text) : quoted(text));
    }

    /** Where {@code ?=} closes a word; the search is bounded, so that many openings without a close cost no quadratic time. */
    private static int close(String raw, int from) {
        int limit = Math.min(raw.length() - 1, from + LONGEST_WORD);
        for (int i = from; i < limit; i++) {
            if (raw.charAt(i) == '?' && raw.charAt(i + 1) == '=') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] quoted(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            int high = text[i] == '=' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(text[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(text[i] == '_' ? ' ' : text[i]);
            }
        }
        return out.toByteArray();
    }
}
