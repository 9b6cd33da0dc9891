package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    private static String of(String raw, int most) {
        return VisibleText.of(raw.getBytes(StandardCharsets.UTF_8), most);
    }

    @Test
    void keepsTextAndLineEnds() {
        assertEquals("Grüße\n\tMira", of("Grüße\r\n\tMira", 100));
    }

    @Test
    void showsControlsAndDirectionMarksInsteadOfObeyingThem() {
        assertEquals("a\u2400b\u241b[31mc\u240d\u2421", of("a\u0000b\u001b[31mc\r\u007f", 100));
        assertEquals("x\ufffdexe.txt\ufffd", of("x\u202eexe.txt\u009b", 100));
    }

    @Test
    void endsAtItsBound() {
        assertEquals("abc", of("abcdef", 3));
    }
}
