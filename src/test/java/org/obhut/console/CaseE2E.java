package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Locator;
import jakarta.mail.internet.InternetAddress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.SamplePdf;
import org.obhut.testing.WithBrowser;

/** What counsellors say of a case, and what follows from it: urgent, safe contact, topics, paper. */
@WithBrowser
class CaseE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    CaseE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String mail(String from, String words, String text) throws Exception {
        String subject = ClientMail.subject(words);
        client.send(from, subject, text);
        return subject;
    }

    private static Locator section(Person person, String title) {
        return person.at("section[aria-labelledby=" + title + "]");
    }

    @Test
    void aCryForHelpIsFirstAndIsAnsweredWithNumbers() throws Exception {
        String urgent = mail("ioana@client.example", "Intrebare", "Ma bate si nu ma lasa sa plec. M-a inchis.");
        mail("karla@client.example", "Spätere Frage", "Welche Unterlagen brauche ich?");
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.page().navigate("/desk/team");
            assertThat(leyla.at("#f-urgent .ob-count--hot")).isVisible();
            leyla.at("#f-urgent").click();
            leyla.open("urgent", urgent);
            assertThat(leyla.at("#urgent-proposed")).containsText("Vielleicht dringend?");
            leyla.at("#urgent-proposed button").first().click();
            leyla.sees("Als dringend markiert");
            assertThat(leyla.at("#urgent-proposed")).hasCount(0);
            leyla.page().fill("#reply-text", "Buna ziua,");
            leyla.at("button[data-insert]").click();
            assertTrue(leyla.page().inputValue("#reply-text").startsWith("Buna ziua,\n\nDacă sunteți"));
            assertEquals(List.of(), leyla.complaints());
            assertAccessible(leyla.page());
            screenshot(leyla.page(), "urgent-1440");
            leyla.at("form[data-composer=reply] button.kern-btn--primary").click();
            leyla.sees("Antwort angenommen");
            assertThat(leyla.at(".ob-msg--out").last()).containsText("116 016");
        }
    }

    @Test
    void urgentBySwitchAndBack() throws Exception {
        String subject = mail("lena@client.example", "Frage", "Kann ich anrufen?");
        try (Person anna = Person.signedIn(browser, Look.PHONE, "anna")) {
            anna.open("new", subject);
            anna.at(".ob-ticket__acts button[data-key=u]").click();
            anna.sees("Die Leitung erfährt es sofort");
            assertThat(anna.at("#urgent-tag")).isVisible();
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "urgent-390");
            anna.at(".ob-undo button[data-key=z]").first().click();
            anna.sees("Nicht mehr dringend.");
            assertThat(anna.at("#urgent-tag")).hasCount(0);
        }
    }

    @Test
    void certainHoursHoldAReply() throws Exception {
        String subject = mail("rita@client.example", "Termin", "Bitte nur vormittags schreiben.");
        LocalTime now = LocalTime.now(ZoneId.of("Europe/Berlin"));
        LocalTime from = now.plusHours(3).withMinute(0);
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            Locator safe = section(anna, "safe-title");
            safe.locator("summary").click();
            safe.locator("[name=from]").fill(hour(from));
            safe.locator("[name=to]").fill(hour(from.plusHours(3)));
            safe.locator("[name=avoid]").fill("Umzug");
            safe.locator("button[type=submit]").click();
            anna.sees("Hinweise gespeichert.");
            assertThat(anna.at(".ob-safe-side")).containsText("Nicht erwähnen: Umzug");
            assertThat(anna.at("#held-until")).containsText(hour(from));
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "safe-contact-1440");
            anna.page().fill("#reply-text", "Gern.");
            anna.at("form[data-composer=reply] button.kern-btn--primary").click();
            anna.sees("Antwort angenommen");
            assertThat(anna.at(".ob-msg--out").last()).containsText(hour(from));
        }
    }

    private static String hour(LocalTime time) {
        return time.toString().substring(0, 5);
    }

    @Test
    void doNotWriteStopsAReplyUntilSomeoneSaysWhy() throws Exception {
        String subject = mail("mona@client.example", "Bitte", "Er liest mit.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person phone = Person.signedIn(browser, Look.PHONE, "bela")) {
            anna.open("new", subject);
            Locator safe = section(anna, "safe-title");
            safe.locator("summary").click();
            safe.locator("[name=silent]").check();
            safe.locator("button[type=submit]").click();
            anna.sees("Hinweise gespeichert.");
            assertThat(anna.at("#reply-text")).hasCount(0);
            assertThat(anna.at("#stopped")).containsText("Nicht schreiben");
            assertEquals(List.of(), anna.complaints());
            screenshot(anna.page(), "do-not-write-1440");

            phone.open("new", subject);
            assertThat(phone.at(".ob-safe")).containsText("Nicht schreiben");
            assertEquals(List.of(), phone.complaints());
            assertAccessible(phone.page());
            screenshot(phone.page(), "do-not-write-390");

            anna.at("#stopped a").click();
            anna.page().fill("#reply-text", "Wie am Telefon besprochen.");
            anna.page().fill("#despite", "Sie hat am Telefon darum gebeten");
            anna.at("form[data-composer=reply] button.kern-btn--primary").click();
            anna.sees("Antwort angenommen");
            assertThat(anna.at("#thread")).containsText("Sie hat am Telefon darum gebeten");
        }
    }

    @Test
    void aPictureIsLookedAtInAFrameWithoutRights() throws Exception {
        String subject = ClientMail.subject("Foto");
        client.sendHtml(
                new InternetAddress("vera@client.example"),
                subject,
                "Hier ist das Foto.",
                "<p>Hier ist das Foto.</p>",
                ClientMail.File.of("brief.png", "image/png", picture()),
                ClientMail.File.of("kein-bild.png", "image/png", "GIF89a<script>alert(1)</script>".getBytes(UTF_8)),
                ClientMail.File.of(
                        "bescheid.pdf",
                        "application/pdf",
                        SamplePdf.of("Bescheid|<script>alert(1)</script>", "Zweite Seite")));
        try (Person anna = Person.signedIn(browser, Look.DESK_DARK, "anna")) {
            anna.open("new", subject);
            Locator looks = anna.at(".ob-file a[href*='/preview']");
            assertThat(looks).hasCount(3);
            String second = looks.nth(1).getAttribute("href");
            String third = looks.nth(2).getAttribute("href");
            looks.first().click();
            var frame = anna.page().frameLocator(".ob-sent__frame");
            assertEquals(60, frame.locator("img").evaluate("image => image.naturalWidth"));
            assertThat(anna.at("h1")).hasText("brief.png");
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "preview-dark");
            anna.page().navigate(second);
            assertThat(anna.at("h1")).hasText("kein-bild.png");
            assertThat(anna.page().frameLocator(".ob-sent__frame").locator("img"))
                    .hasCount(0);
            anna.page().navigate(third);
            Locator pages = anna.page().frameLocator(".ob-sent__frame").locator("pre");
            assertThat(pages).hasText(new String[] {"Bescheid\n<script>alert(1)</script>", "Zweite Seite"});
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "preview-pdf-dark");
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void topicsAreChosenByKeyboardAndStandOnPaper() throws Exception {
        String subject = mail("tara@client.example", "Steuer", "Muss ich Steuern zahlen?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            Locator about = section(anna, "case-title");
            about.locator("summary").focus();
            anna.page().keyboard().press("Enter");
            about.locator("input[value=tax]").focus();
            anna.page().keyboard().press("Space");
            about.locator("#case-region").selectOption("koeln");
            about.locator("#case-language").selectOption("ro");
            about.locator("button[type=submit]").focus();
            anna.page().keyboard().press("Enter");
            anna.sees("Angaben gespeichert.");
            assertThat(about.locator("input[value=tax]")).isChecked();
            assertThat(about.locator("#case-region")).hasValue("koeln");
            assertThat(anna.at("#reply-text")).hasAttribute("lang", "ro");
            anna.at("#details a[href*='/print']").click();
            assertThat(anna.at(".ob-print")).containsText("Muss ich Steuern zahlen?");
            assertThat(anna.at(".ob-print")).containsText("Steuern");
            assertThat(anna.at(".ob-print")).containsText("Papier löscht niemand.");
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "print-1440");
        }
    }

    /** Presses these keys one after the other. Returns how many. */
    private static int press(Person person, String... keys) {
        for (String key : keys) {
            person.page().keyboard().press(key);
        }
        return keys.length;
    }

    private static void reopen(Person person) {
        person.at(".ob-ticket__acts button[data-key=c]").click();
        person.sees("Vorgang ist in Bearbeitung.");
    }

    /** On to the sheet, which stands at its first answer. Returns how many keys that takes. */
    private static int sheet(Person person) {
        // A key that comes before the page's scripts is nobody's.
        person.page().waitForLoadState();
        int presses = press(person, "c");
        person.page().waitForURL(Pattern.compile("/sheet\\?"));
        assertThat(person.at("#who")).isFocused();
        return presses;
    }

    @Test
    void theSheetIsFilledInAdvanceAndCorrectedByAFewKeys() throws Exception {
        String subject = mail("bogen@client.example", "Bogen", "Muss ich Steuern zahlen?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().evaluate("document.cookie = 'obhut-keys=on; Path=/; SameSite=Strict'");
            anna.open("new", subject);
            String ticket = anna.page().url();
            assertThat(anna.at("label[for=sheet-meter]")).hasText("1 von 5 Angaben ausgefüllt");
            anna.page().navigate(ticket.replaceFirst("\\?.*", "/sheet"));
            anna.at("#outcome").selectOption("counselled");
            anna.at("#region").selectOption("koeln");
            anna.at("label:has(> input[value=tax])").click();
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "sheet-1440");
            anna.at("form[data-sheet] button.kern-btn--secondary").click();
            anna.sees("Statistikbogen gespeichert.");
            assertThat(anna.at("label[for=sheet-meter]")).hasText("4 von 5 Angaben ausgefüllt");

            int missing = sheet(anna);
            missing += press(anna, "s", "Control+Enter");
            anna.sees("Vorgang abgeschlossen.");
            assertThat(anna.at("label[for=sheet-meter]")).hasText("5 von 5 Angaben ausgefüllt");
            reopen(anna);

            int right = sheet(anna);
            assertThat(anna.at("#who")).hasValue("sex-worker");
            right += press(anna, "Control+Enter");
            anna.sees("Vorgang abgeschlossen.");
            reopen(anna);

            int corrected = sheet(anna);
            corrected += press(anna, "Tab", "r", "Control+Enter");
            anna.sees("Vorgang abgeschlossen.");
            System.out.printf(
                    "the statistics sheet from the open ticket on: %d key presses where all is right, %d where one answer is missing, %d where one is corrected%n",
                    right, missing, corrected);
            assertEquals(List.of(2, 3, 4), List.of(right, missing, corrected));

            anna.at("#details a[href*='/sheet?']").click();
            assertThat(anna.at("#standing")).containsText("Eine Änderung tritt an die Stelle");
            assertThat(anna.at("#outcome")).hasValue("callback-agreed");
            anna.at("#outcome").evaluate("list => { list.options[1].value = 'geheilt'; list.selectedIndex = 1; }");
            anna.at("form[data-sheet] .kern-btn--primary").click();
            assertThat(anna.at("#trouble a")).hasText("Ergebnis");
            assertThat(anna.at("#outcome-wrong")).isVisible();
            assertThat(anna.at("#outcome")).isFocused();
            assertThat(anna.at("#region")).hasValue("koeln");
            screenshot(anna.page(), "sheet-wrong-1440");
        }
    }
}
