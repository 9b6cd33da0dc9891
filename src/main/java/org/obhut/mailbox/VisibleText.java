package org.obhut.mailbox;

import java.nio.charset.StandardCharsets;

/** Raw bytes as text that can do nothing: line ends and tabs stay, other control and direction characters become pictures. */
final class VisibleText {

    private VisibleText() {}

    /** @param most bytes that are looked at */
    static String of(byte[] raw, int most) {
        String text = new String(raw, 0, Math.min(raw.length, most), StandardCharsets.UTF_8).replace("\r\n", "\n");
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(visible(c)));
        return visible.toString();
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < 0x20) {
            // Unicode's control pictures.
            return 0x2400 + c;
        }
        if (c == 0x7f) {
            return 0x2421;
        }
        // C1 controls, and marks that would turn the order of what follows (UTR 36).
        boolean direction = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f;
        return c >= 0x80 && c < 0xa0 || direction ? 0xfffd : c;
    }
}
