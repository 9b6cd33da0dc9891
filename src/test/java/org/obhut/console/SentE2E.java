package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import jakarta.mail.internet.InternetAddress;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.ScriptedClamd;
import org.obhut.testing.WithBrowser;

/** A letter as it was sent, its pictures and links, and the files that came with it. */
@WithBrowser
class SentE2E {

    private static final String LETTER = """
            <body bgcolor="#fff8e7"><h2 style="color:#7a0045;text-align:center">Guten Tag</h2>
            <p>Hier ist ein Foto: <img src="cid:bild1@client.example" width="120" alt="Foto"></p>
            <p><img src="https://pixel.example/o.gif" width="1" height="1"><img src="https://pixel.example/logo.png" alt="Logo"></p>
            <table border="1" cellpadding="6" width="100%"><tr bgcolor="#dde8ff"><th align="left">Tag</th><th align="left">Zeit</th></tr>
            <tr><td>Montag</td><td style="font-weight:bold">10 Uhr</td></tr></table>
            <p>Mehr unter <a href="https://www.cara.nrw/termine">www.cara.nrw</a>, <a href="https://example.org/x">hier</a>
            oder <a href="https://betrug.example/login">www.sparkasse.de</a>. Schreiben an <a href="mailto:rosa@client.example">mich</a>.</p>
            <form action="https://pixel.example"><input name="q"></form><script>top.pwned = 1</script></body>""";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    SentE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String letter() throws Exception {
        String subject = ClientMail.subject("Wie gesendet");
        client.sendHtml(
                new InternetAddress("rosa@client.example", "Rosa"),
                subject,
                "Guten Tag,\n\nhier ist ein Foto.",
                LETTER,
                new ClientMail.File("bild.png", "image/png", "bild1@client.example", picture()),
                ClientMail.File.of("Rechnung\u202efdp.exe", "application/octet-stream", new byte[] {'M', 'Z'}),
                ClientMail.File.of("Fund.txt", "text/plain", ScriptedClamd.infected()),
                ClientMail.File.of("Scan.tif", "image/tiff", "II*\0".getBytes(StandardCharsets.ISO_8859_1)),
                ClientMail.File.of("Merkblatt.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        return subject;
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, 60, 40);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"desk", "dark", "phone", "english"})
    void aLetterIsShownAsItWasSentWithoutLeavingTheTicket(String name) throws Exception {
        Look look =
                switch (name) {
                    case "dark" -> Look.DESK_DARK;
                    case "phone" -> Look.PHONE;
                    case "english" -> Look.ENGLISH;
                    default -> Look.DESK;
                };
        String subject = letter();
        try (Person anna = Person.signedIn(browser, look, "anna")) {
            anna.open("new", subject);
            screenshot(anna.page(), name + "-files");
            assertAccessible(anna.page());
            anna.at(".ob-msg__sent a").click();
            FrameLocator letter = anna.page().frameLocator(".ob-sent__frame");
            assertThat(letter.locator("h2")).hasText("Guten Tag");
            assertThat(letter.locator("h2")).hasCSS("color", "rgb(122, 0, 69)");
            assertThat(letter.locator("td").last()).hasCSS("font-weight", "700");
            assertEquals(60, letter.locator("img").evaluate("image => image.naturalWidth"));
            assertThat(letter.locator("#mail")).containsText("[Logo]");
            assertThat(anna.at(".ob-sent .ob-callout")).isVisible();
            assertThat(anna.at(".ob-sent__removed li")).hasCount(3);
            screenshot(anna.page(), name + "-sent-inline");
            anna.at(".ob-sent__end a").click();
            assertThat(anna.at(".ob-sent")).hasCount(0);
            assertThat(anna.at(".ob-msg--in .ob-text")).containsText("hier ist ein Foto.");
            assertEquals(List.of(), anna.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"desk", "dark", "phone"})
    void thePageOfItsOwnIsAccessible(String name) throws Exception {
        Look look = name.equals("dark") ? Look.DESK_DARK : name.equals("phone") ? Look.PHONE : Look.DESK;
        String subject = letter();
        try (Person anna = Person.signedIn(browser, look, "anna")) {
            anna.open("new", subject);
            anna.page().navigate(anna.at(".ob-msg__sent a").getAttribute("href"));
            assertThat(anna.page().frameLocator(".ob-sent__frame").locator("h2"))
                    .hasText("Guten Tag");
            assertAccessible(anna.page());
            screenshot(anna.page(), name + "-sent");
        }
    }

    @Test
    void everythingWorksWithoutScripts() throws Exception {
        String subject = letter();
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.open("new", subject);
        }
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.open("new", subject);
            anna.at(".ob-msg__sent a").click();
            assertThat(anna.at("h1")).hasText("Wie gesendet");
            FrameLocator letter = anna.page().frameLocator(".ob-sent__frame");
            letter.locator("#mail a").nth(1).click();
            assertThat(letter.locator(".leave:visible strong")).hasText("example.org");
            letter.locator(".leave:visible a").last().click();
            assertThat(letter.locator(".leave:visible")).hasCount(0);
            anna.at(".ob-sent__back").click();
            assertThat(anna.at("#ticket-title")).hasText(subject);
        }
    }

    @Test
    void aLinkAsksFirstSaysWhereItLeadsAndTellsNobodyWhereItCameFrom() throws Exception {
        String subject = letter();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.at(".ob-msg__sent a").click();
            FrameLocator letter = anna.page().frameLocator(".ob-sent__frame");
            assertThat(letter.locator("#mail .to")).hasCount(3);
            assertThat(letter.locator("#mail .to").first()).hasText("example.org");
            assertThat(letter.locator("#mail .lie")).hasText("führt zu betrug.example");
            assertThat(letter.locator("#mail a[href]")).hasCount(3);

            letter.locator("text=www.sparkasse.de").click();
            assertThat(letter.locator(".leave:visible strong")).hasText("betrug.example");
            assertThat(letter.locator(".leave:visible")).containsText("Vorsicht");
            screenshot(anna.page(), "desk-leave");
            anna.page()
                    .context()
                    .route(
                            "https://betrug.example/**",
                            route -> route.fulfill(
                                    new com.microsoft.playwright.Route.FulfillOptions().setBody("draußen")));
            Page outside = anna.page()
                    .waitForPopup(
                            () -> letter.locator(".leave:visible a").first().click());
            outside.waitForLoadState();
            assertEquals("https://betrug.example/login", outside.url());
            assertEquals("", outside.evaluate("document.referrer"));
            assertEquals(true, outside.evaluate("opener === null"));
        }
    }

    @Test
    void theFrameIsNobodysAndFetchesNothing() throws Exception {
        String subject = letter();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            Response frame = anna.page()
                    .waitForResponse(response -> response.url().endsWith("/frame"), () -> anna.at(".ob-msg__sent a")
                            .click());
            assertEquals(SentDocument.POLICY, frame.headerValue("content-security-policy"));
            assertEquals("no-store", frame.headerValue("cache-control"));
            assertEquals("no-referrer", frame.headerValue("referrer-policy"));
            assertEquals("nosniff", frame.headerValue("x-content-type-options"));
            assertEquals("same-origin", frame.headerValue("cross-origin-resource-policy"));
            assertEquals("off", frame.headerValue("x-dns-prefetch-control"));
            assertThat(anna.at(".ob-sent__frame")).hasAttribute("sandbox", SentDocument.SANDBOX);
            assertThat(anna.at(".ob-sent__frame")).hasAttribute("referrerpolicy", "no-referrer");
            Frame inside = frame.frame();
            assertThat(anna.page().frameLocator(".ob-sent__frame").locator("h2"))
                    .isVisible();
            assertEquals("null", inside.evaluate("self.origin"));
        }
    }

    @Test
    void othersTicketsHaveNoFrame() throws Exception {
        String subject = letter();
        String path;
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            path = anna.at(".ob-msg__sent a").getAttribute("href");
        }
        try (Person ion = Person.signedIn(browser, Look.DESK, "ion")) {
            for (String page : List.of(path, path.replaceFirst("/sent.*", "/frame"))) {
                Response answer = ion.page().navigate(page);
                assertEquals(404, answer.status());
            }
        }
        try (Person nobody = Person.arriving(browser, Look.DESK)) {
            nobody.page().navigate(path.replaceFirst("/sent.*", "/frame"));
            assertTrue(nobody.page().url().contains("/sign-in"));
        }
    }

    @Test
    void filesSayWhatTheyAreAndWhatWasFoundIsForLeadsAlone() throws Exception {
        String subject = letter();
        String file;
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            assertThat(line(anna, "Rechnungfdp.exe")).containsText("Programm");
            assertThat(line(anna, "Scan.tif")).containsText("Metadaten konnten nicht entfernt werden");
            assertThat(line(anna, "Merkblatt.pdf")).containsText("Virenprüfung ohne Fund");
            assertThat(line(anna, "Fund.txt")).containsText("Eicar-Test-Signature");
            line(anna, "Fund.txt").locator("summary").click();
            assertThat(line(anna, "Fund.txt")).containsText("kann sie nur die Teamleitung");
            assertThat(line(anna, "Fund.txt").locator("a")).hasCount(0);
            line(anna, "Rechnungfdp.exe").locator("summary").click();
            Download program = anna.page()
                    .waitForDownload(
                            () -> line(anna, "Rechnungfdp.exe").locator("a").click());
            assertEquals("Rechnungfdp.exe", program.suggestedFilename());
        }
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.open("new", subject);
            line(leyla, "Fund.txt").locator("summary").click();
            file = line(leyla, "Fund.txt").locator("a").getAttribute("href");
            screenshot(leyla.page(), "desk-found");
            Download found = leyla.page()
                    .waitForDownload(() -> line(leyla, "Fund.txt").locator("a").click());
            assertEquals(
                    new String(ScriptedClamd.infected(), StandardCharsets.US_ASCII), Files.readString(found.path()));
            Response unsaid = leyla.page().navigate(file.replaceFirst("\\?.*", ""));
            assertEquals(403, unsaid.status());
        }
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            assertEquals(403, anna.page().navigate(file).status());
        }
    }

    private static com.microsoft.playwright.Locator line(Person person, String file) {
        return person.at(".ob-file").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(file));
    }
}
