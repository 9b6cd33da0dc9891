package org.obhut.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable (RFC 2045 section 6.7) of UTF-8 text with CRLF line ends. A dot and a 'From' at the start of a line are
 * encoded too, as servers on the way have been seen to alter them (RFC 2049 section 3).
 */
final class QuotedPrintable {

    private static final int LONGEST = 76;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int column;

    private QuotedPrintable() {}

    static byte[] encode(String text) {
        var encoder = new QuotedPrintable();
        String[] lines = text.split("\r\n", -1);
        for (int i = 0; i < lines.length; i++) {
            encoder.line(lines[i].getBytes(StandardCharsets.UTF_8));
            if (i < lines.length - 1) {
                encoder.newLine("\r\n");
            }
        }
        return encoder.out.toByteArray();
    }

    private void line(byte[] line) {
        boolean from = new String(line, StandardCharsets.ISO_8859_1).startsWith("From ");
        for (int i = 0; i < line.length; i++) {
            boolean first = i == 0 && from;
            boolean last = i == line.length - 1;
            write(first || !plain(line[i], last) ? escaped(line[i]) : String.valueOf((char) line[i]), last);
        }
    }

    /** A soft line break needs one column itself, except at the end of a line. */
    private void write(String token, boolean last) {
        if (column + token.length() > (last ? LONGEST : LONGEST - 1)) {
            newLine("=\r\n");
        }
        String safe = column == 0 && token.equals(".") ? escaped((byte) '.') : token;
        out.writeBytes(safe.getBytes(StandardCharsets.US_ASCII));
        column += safe.length();
    }

    private void newLine(String end) {
        out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        column = 0;
    }

    private static boolean plain(byte b, boolean last) {
        boolean blank = b == ' ' || b == '\t';
        return blank ? !last : b > ' ' && b < 127 && b != '=';
    }

    private static String escaped(byte b) {
        return String.format("=%02X", b & 0xff);
    }
}
