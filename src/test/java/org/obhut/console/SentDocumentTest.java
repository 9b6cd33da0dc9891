package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.obhut.html.ReceivedHtml;

/** What the page in the frame is made of, beside what {@link org.obhut.html.CleanedHtml} left of the mail. */
class SentDocumentTest {

    private static Document page(String mail) {
        return Jsoup.parse(SentDocument.of(
                new ReceivedHtml(mail).cleaned(),
                new InlineImages(null, null, UUID.randomUUID(), List.of()),
                new Texts(Language.DE)));
    }

    @Test
    void aLinkLeadsToAQuestionOnThePageAndOnlyItsAnswerLeaves() {
        Document page = page(
                "<a href='https://example.org/x?a=1' target='_top' rel='opener' ping='https://leak.example'>hier</a>");
        Element link = page.selectFirst("#mail a");
        assertEquals("href", names(link));
        assertEquals("#leave-1", link.attr("href"));
        assertEquals("example.org", page.selectFirst("#mail .to").text());
        Element leave = page.selectFirst("#leave-1 a");
        assertEquals("https://example.org/x?a=1", leave.attr("href"));
        assertEquals("_blank", leave.attr("target"));
        assertEquals(
                List.of("noopener", "noreferrer", "nofollow"),
                List.of(leave.attr("rel").split(" ")));
        assertEquals("example.org", page.selectFirst("#leave-1 strong").text());
    }

    @Test
    void aLinkThatLiesSaysSoTwice() {
        Document page = page("<a href='https://betrug.example/'>www.sparkasse.de</a>");
        assertEquals("führt zu betrug.example", page.selectFirst("#mail .lie").text());
        assertTrue(page.selectFirst("#leave-1").text().contains("Vorsicht"));
    }

    @Test
    void aLinkToNowhereIsNoLink() {
        for (String href : List.of(
                "javascript:top.pwned=1",
                "data:text/html,x",
                "#leave-1",
                "/tickets/1",
                "//x y/",
                "mailto:a@b.example")) {
            Document page = page("<a href=\"" + href + "\">x</a>");
            assertTrue(page.select("a[href]").isEmpty(), href);
        }
    }

    @Test
    void anAddressOfTheWebBehindItIsShownWholeAndPlain() {
        Document page = page("<a href='https://x.example/\u202Efdp.exe'>x</a>");
        assertFalse(page.selectFirst("#leave-1 .address").text().contains("\u202E"));
    }

    @Test
    void anImageThatIsNotPartOfTheMailIsItsDescription() {
        Document page = page("<img src='cid:unbekannt' alt='Foto'><img src='https://leak.example/x' alt='Logo'>");
        assertTrue(page.select("img").isEmpty());
        assertEquals("[Foto][Logo]", page.selectFirst("#mail").text().replace(" ", ""));
    }

    @Test
    void thePageHasOneStyleSheetWhichItsPolicyNames() {
        Document page = page("<style>*{color:red}</style><p>x</p>");
        assertEquals(1, page.select("style").size());
        assertTrue(page.select("script, link, base, meta[http-equiv], form, iframe")
                .isEmpty());
        assertTrue(SentDocument.POLICY.startsWith("default-src 'none'; img-src data:;"));
        assertTrue(SentDocument.POLICY.endsWith("sandbox " + SentDocument.SANDBOX));
        assertFalse(SentDocument.SANDBOX.contains("same-origin") || SentDocument.SANDBOX.contains("scripts"));
    }

    private static String names(Element element) {
        return element.attributes().asList().stream().map(Attribute::getKey).collect(Collectors.joining(" "));
    }
}
