package org.obhut.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A text of a mail in UTF-8, plain or HTML, with the transfer encoding that suits it: none where every line is
 * short ASCII, else the shorter one of quoted-printable and base64 (Cyrillic or Thai would triple in quoted-printable).
 *
 * @param type value of Content-Type
 * @param encoding value of Content-Transfer-Encoding
 * @param bytes the encoded text; lines of at most 78 characters with CRLF
 */
record TextPart(String type, String encoding, byte[] bytes) {

    private static final String PLAIN_TEXT = "text/plain; charset=UTF-8";
    private static final String HTML = "text/html; charset=UTF-8";

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\\x0b\\f\\x85\\u2028\\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\r\n\t]]");
    /** Up to 78 characters; no blank at the end and no dot or 'From' at the start, which some servers alter. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.|From )([\\x09\\x20-\\x7e]{0,77}[\\x21-\\x7e])?");

    static TextPart plain(String text) {
        return of(PLAIN_TEXT, text);
    }

    static TextPart html(String html) {
        return of(HTML, html);
    }

    private static TextPart of(String type, String text) {
        String lines =
                CONTROL.matcher(LINE_END.matcher(text).replaceAll("\r\n")).replaceAll("");
        if (!lines.endsWith("\r\n")) {
            lines += "\r\n";
        }
        byte[] clear = lines.getBytes(StandardCharsets.UTF_8);
        if (lines.lines().allMatch(line -> PLAIN.matcher(line).matches())) {
            return new TextPart(type, "7bit", clear);
        }
        byte[] quoted = QuotedPrintable.encode(lines);
        byte[] base64 = base64(clear);
        return quoted.length <= base64.length
                ? new TextPart(type, "quoted-printable", quoted)
                : new TextPart(type, "base64", base64);
    }

    /** Base64 in lines of 76 characters (RFC 2045 section 6.8), the last one ended too. */
    static byte[] base64(byte[] clear) {
        return (Base64.getMimeEncoder().encodeToString(clear) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
