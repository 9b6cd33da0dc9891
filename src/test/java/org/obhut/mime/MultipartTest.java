package org.obhut.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartTest {

    private static MimeEntity read(String boundary, String... lines) throws UnparsableMail {
        String mail = "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n" + String.join("\r\n", lines);
        return MimeReader.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(MimeEntity mail) {
        return mail.children().stream().map(MimeEntity::decodedText).toList();
    }

    @Test
    void preambleAndEpilogueAreNoParts() throws Exception {
        assertEquals(
                List.of("one", "two"),
                texts(read("b", "before", "--b", "", "one", "--b", "", "two", "--b--", "after")));
    }

    @Test
    void aBoundaryMayEndInBlanksOrBeFollowedByThem() throws Exception {
        assertEquals(List.of("one\n--b"), texts(read("\"b  \"", "--b  ", "", "one", "--b", "--b  --")));
        assertEquals(List.of("one"), texts(read("b", "--b  ", "", "one", "--b--  ")));
        assertEquals(List.of("one"), texts(read("\"b \"", "--b", "", "one", "--b--")));
    }

    @Test
    void wordsAfterABoundaryAreLetPassWhereNothingElseFits() throws Exception {
        assertEquals(List.of("one"), texts(read("b", "--b part one", "", "one", "--b-- the end")));
        assertEquals(List.of("one\n--b not this"), texts(read("b", "--b", "", "one", "--b not this", "--b--")));
    }

    @Test
    void theLastPartIsDamagedWhereNobodyClosesIt() throws Exception {
        MimeEntity open = read("b", "--b", "", "one", "--b", "", "two");
        assertEquals(List.of("one", "two"), texts(open));
        assertFalse(open.children().get(0).damaged());
        assertTrue(open.children().get(1).damaged());
        MimeEntity closed = read("b", "--b", "", "one", "--b--");
        assertFalse(closed.children().get(0).damaged());
        MimeEntity glued = read("b", "--b", "", "one--b--", "");
        assertEquals(List.of("one"), texts(glued));
        assertFalse(glued.children().get(0).damaged());
    }

    @Test
    void anInnerMultipartThatTheOuterClosesIsNotDamaged() throws Exception {
        MimeEntity mail = read(
                "a",
                "--a",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "one",
                "--a",
                "",
                "two",
                "--a--");
        MimeEntity inner = mail.children().get(0);
        assertEquals(List.of("one"), texts(inner));
        assertFalse(inner.children().get(0).damaged());
    }

    @Test
    void aMultipartWithoutPartsIsShownAsText() throws Exception {
        MimeEntity none = read("b", "Hallo", "--c", "Mira");
        assertEquals("Hallo\n--c\nMira", none.decodedText());
        assertTrue(none.damaged());
        assertTrue(none.partless());
    }
}
