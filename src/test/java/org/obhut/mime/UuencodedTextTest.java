package org.obhut.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UuencodedTextTest {

    private static String file(String name) {
        return "begin 644 " + name + "\n%2&%L;&\\\n`\nend\n";
    }

    @Test
    void takesFilesOutOfTheText() {
        UuencodedText read = UuencodedText.of("Hallo,\n\n" + file("brief an uns.txt") + "\nund\n" + file("") + "Gruß");
        assertEquals("Hallo,\n\n\nund\nGruß", read.text());
        assertEquals(2, read.files().size());
        assertEquals("brief an uns.txt", read.files().get(0).name());
        assertArrayEquals(
                "Hallo".getBytes(StandardCharsets.US_ASCII), read.files().get(0).bytes());
    }

    @Test
    void leavesTextThatOnlyLooksLikeAFile() {
        for (String text : new String[] {
            "begin 644 today",
            "begin 644 x\nWe begin at ten.\nend\n",
            "begin 644 x\n%2&%L;&\\\n",
            "begin 644 x\nend",
            "begin with this",
            "a\nbegin 9 x\nend"
        }) {
            UuencodedText read = UuencodedText.of(text);
            assertEquals(text, read.text());
            assertTrue(read.files().isEmpty(), text);
        }
    }
}
