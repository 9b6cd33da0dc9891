package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Content-Transfer-Encoding (RFC 2045 section 6), read as far as it can be: foreign characters are passed over, a broken
 * escape stays as it is, an unknown encoding is taken as none.
 */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(byte[] bytes, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64", "b" -> base64(bytes);
            case "quoted-printable", "q" -> quotedPrintable(bytes);
            case "x-uuencode", "x-uue", "uuencode" -> uuencoded(bytes);
            default -> bytes;
        };
    }

    /** Whether the encoding changes bytes at all. */
    static boolean encoded(String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64", "quoted-printable", "x-uuencode", "x-uue", "uuencode" -> true;
            default -> false;
        };
    }

    static byte[] base64(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 3 / 4 + 3);
        int group = 0;
        int count = 0;
        for (byte b : bytes) {
            int value = sextet(b);
            if (value >= 0) {
                group = group << 6 | value;
                if (++count == 4) {
                    out.write(group >> 16);
                    out.write(group >> 8);
                    out.write(group);
                    group = 0;
                    count = 0;
                }
            } else if (b == '=' && count > 0) {
                // Padding ends a group, not the text: some senders put several encoded texts behind each other.
                flush(out, group, count);
                group = 0;
                count = 0;
            }
        }
        flush(out, group, count);
        return out.toByteArray();
    }

    /** Whether something stands in these bytes that base64 can't hold, so that they are damaged or no base64 at all. */
    static boolean foreignToBase64(byte[] bytes) {
        for (byte b : bytes) {
            if (sextet(b) < 0 && b != '=' && b != '\r' && b != '\n' && b != ' ' && b != '\t') {
                return true;
            }
        }
        return false;
    }

    private static void flush(ByteArrayOutputStream out, int group, int count) {
        if (count == 2) {
            out.write(group >> 4);
        } else if (count == 3) {
            out.write(group >> 10);
            out.write(group >> 2);
        }
    }

    private static int sextet(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }

    static byte[] quotedPrintable(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            byte b = bytes[i];
            if (b == ' ' || b == '\t') {
                int end = i;
                while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
                    end++;
                }
                if (end == bytes.length || bytes[end] == '\r' || bytes[end] == '\n') {
                    i = end;
                    continue;
                }
                out.write(bytes, i, end - i);
                i = end;
                continue;
            }
            if (b != '=') {
                out.write(b);
                i++;
                continue;
            }
            i = escape(bytes, i, out);
        }
        return out.toByteArray();
    }

    /** Reads the escape or soft line break at {@code at}; returns where reading goes on. */
    private static int escape(byte[] bytes, int at, ByteArrayOutputStream out) {
        int high = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
        if (high >= 0 && low >= 0) {
            out.write(high << 4 | low);
            return at + 3;
        }
        int end = at + 1;
        while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
            end++;
        }
        if (end == bytes.length) {
            return end;
        }
        if (bytes[end] == '\r' || bytes[end] == '\n') {
            return Lines.next(bytes, end, bytes.length);
        }
        out.write('=');
        return at + 1;
    }

    private static byte[] uuencoded(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean begun = false;
        for (int at = 0; at < bytes.length; ) {
            int end = Lines.contentEnd(bytes, at, bytes.length);
            String line = new String(bytes, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1);
            at = Lines.next(bytes, end, bytes.length);
            if (line.startsWith("begin ")) {
                begun = true;
            } else if (begun && line.equals("end")) {
                break;
            } else if (begun && !line.isEmpty()) {
                uuLine(line, out);
            }
        }
        return begun ? out.toByteArray() : bytes;
    }

    static void uuLine(String line, ByteArrayOutputStream out) {
        int length = line.charAt(0) - 32 & 63;
        for (int i = 1; length > 0; i += 4) {
            int group = 0;
            for (int k = 0; k < 4; k++) {
                int c = i + k < line.length() ? line.charAt(i + k) - 32 & 63 : 0;
                group = group << 6 | c;
            }
            for (int k = 16; k >= 0 && length > 0; k -= 8, length--) {
                out.write(group >> k);
            }
        }
    }
}
