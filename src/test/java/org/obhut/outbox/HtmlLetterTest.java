package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLetterTest {

    /** The body without its line ends, which mean nothing. */
    private static String body(String text) {
        return HtmlLetter.of(text, "de").replaceAll("(?s).*<body>|</body>.*|\n", "");
    }

    @Test
    void paragraphsLinesListsAndQuotes() {
        assertEquals(
                "<p dir=\"auto\">eins<br>zwei</p><ul dir=\"auto\"><li dir=\"auto\">drei</li><li dir=\"auto\">vier</li></ul>"
                        + "<p dir=\"auto\">fünf</p><blockquote><p dir=\"auto\">sechs</p>"
                        + "<blockquote><p dir=\"auto\">sieben</p></blockquote></blockquote>",
                body("eins\nzwei\n- drei\n- vier\n\nfünf\n\n> sechs\n> > sieben\n"));
    }

    @Test
    void linksCanBeTappedAndEndWhereTheSentenceDoes() {
        Element body = Jsoup.parse(HtmlLetter.of(
                        "Siehe https://a.example/x?y=1&z=2. Oder (http://b.example/) und team@c.example!", "de"))
                .body();
        assertEquals(
                java.util.List.of("https://a.example/x?y=1&z=2", "http://b.example/", "mailto:team@c.example"),
                body.select("a").eachAttr("href"));
        assertEquals("Siehe https://a.example/x?y=1&z=2. Oder (http://b.example/) und team@c.example!", body.text());
    }

    @Test
    void wordsBetweenStarsAreStressedAndSumsAreNot() {
        assertTrue(body("das ist *sehr wichtig*, ja").contains("<strong>sehr wichtig</strong>"));
        for (String plain : new String[] {"2*3*4", "a * b * c", "**", "*offen"}) {
            assertFalse(body(plain).contains("<strong>"), plain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "https://a.example/\"onmouseover=\"alert(1)",
                "javascript:alert(1)",
                "*<b onclick=x>*",
                "&lt;script&gt;"
            })
    void nothingThatIsWrittenBecomesMarkup(String text) {
        Element body = Jsoup.parse(HtmlLetter.of(text, "de")).body();
        assertTrue(body.select("script, img, b, [onclick], [onmouseover]").isEmpty(), body::html);
        assertTrue(body.select("a[href]").stream()
                .allMatch(link -> link.attr("href").startsWith("https://a.example/")));
    }

    @Test
    void theLanguageIsSaidWhereItIsKnown() {
        assertTrue(HtmlLetter.of("x", "bg").contains("<html lang=\"bg\">"));
        assertTrue(HtmlLetter.of("x", "und").contains("<html>"));
        assertTrue(HtmlLetter.of("x", "de\" onload=\"x").contains("<html>"));
    }
}
