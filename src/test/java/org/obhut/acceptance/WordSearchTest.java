package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that finds nothing in Obhut's files finds what is there: each form is made by a library of its own, not by ours. */
class WordSearchTest {

    private static final String WORD = "Zwölfuhrläuten";

    private final WordSearch search = new WordSearch(List.of(WORD, "Nebensachewort"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 70, 71, 72, 73})
    void findsAWordInBase64WhereverItBegins(int offset) throws Exception {
        byte[] text = ("x".repeat(offset) + WORD + " und mehr").getBytes(StandardCharsets.UTF_8);
        assertFound(Base64.getEncoder().encode(text));
        assertFound(Base64.getUrlEncoder().encode(text));
        assertFound(Base64.getMimeEncoder().encode(text));
        assertFound(Base64.getEncoder()
                .encode(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75})
    void findsAWordInQuotedPrintableOverTheEndOfALine(int offset) throws Exception {
        var encoded = new ByteArrayOutputStream();
        try (var out = MimeUtility.encode(encoded, "quoted-printable")) {
            out.write(("x".repeat(offset) + WORD + " und mehr").getBytes(StandardCharsets.UTF_8));
        }
        assertFound(encoded.toByteArray());
    }

    @Test
    void findsAWordInEveryOtherForm() throws Exception {
        assertFound(WORD.getBytes(StandardCharsets.UTF_8));
        assertFound(WORD.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        assertFound(WORD.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        assertFound(WORD.getBytes(StandardCharsets.UTF_16LE));
        assertFound(WORD.getBytes(StandardCharsets.UTF_16BE));
        assertFound(WORD.getBytes(StandardCharsets.ISO_8859_1));
        assertFound(
                HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII));
        assertFound(URLEncoder.encode(WORD, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        assertFound(MimeUtility.encodeText(WORD, "UTF-8", "Q").getBytes(StandardCharsets.US_ASCII));
        assertFound(MimeUtility.encodeText(WORD, "UTF-8", "B").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void findsWordsThatBeginInsideOneAnother() throws Exception {
        var nested = new WordSearch(List.of("abcabcabcabd", "bcabcabcabdx"));
        assertEquals(
                Set.of("abcabcabcabd", "bcabcabcabdx"),
                words(nested, "abcabcabcabcabdx".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertEquals(Set.of(), words(search, "Zwölfuhrläute, Nebensachewor".getBytes(StandardCharsets.UTF_8)));
    }

    private void assertFound(byte[] content) throws Exception {
        Set<String> found = words(search, content);
        assertTrue(found.contains(WORD), () -> "not found in " + new String(content, StandardCharsets.ISO_8859_1));
        assertFalse(found.contains("Nebensachewort"));
    }

    private static Set<String> words(WordSearch search, byte[] content) throws Exception {
        return search.in(new ByteArrayInputStream(content)).stream()
                .map(WordSearch.Hit::word)
                .collect(Collectors.toSet());
    }
}
