package org.obhut.mime;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** UTF-7 (RFC 2152), which the JDK does not know and some gateways still write. */
final class Utf7 {

    static final Set<String> LABELS =
            Set.of("utf-7", "unicode-1-1-utf-7", "csunicode11utf7", "unicode-2-0-utf-7", "utf7");

    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = i;
            while (end < in.length() && base64(in.charAt(end))) {
                end++;
            }
            if (end == i) {
                out.append('+');
            } else {
                byte[] shifted = TransferEncoding.base64(in.substring(i, end).getBytes(StandardCharsets.ISO_8859_1));
                out.append(new String(shifted, 0, shifted.length & ~1, StandardCharsets.UTF_16BE));
            }
            i = end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static boolean base64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
