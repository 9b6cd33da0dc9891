package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** What is written and not sent yet: it survives, waits, is read by others, and is put together of blocks. */
@WithBrowser
class ComposerE2E {

    private static final FilePayload FILE =
            new FilePayload("Merkblatt.txt", "text/plain", "Bitte mitbringen".getBytes(StandardCharsets.UTF_8));
    private static final String SEND = "form[data-composer=reply] .ob-composer__tools > .kern-btn--primary";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    ComposerE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String arrived(String words) throws Exception {
        String subject = ClientMail.subject(words);
        client.send(
                "mira-" + UUID.randomUUID() + "@client.example", subject, "Guten Tag, wie bekomme ich einen Termin?");
        return subject;
    }

    private static void saved(Person person) {
        assertThat(person.at("#draft-state")).containsText(Pattern.compile("Entwurf gespeichert, \\d\\d:\\d\\d"));
    }

    @Test
    void aDraftWithItsFileSurvivesACrashIsDiscardedAndComesBack() throws Exception {
        String subject = arrived("Absturz");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().clock().install();
            anna.open("new", subject);
            anna.page().setInputFiles("form[data-composer=reply] input[type=file]", FILE);
            assertThat(anna.at("#draft-files")).containsText("Merkblatt.txt");
            anna.page().fill("#reply-text", "Ein Ausweis genügt.");
            anna.page().clock().runFor(11_000);
            saved(anna);
            // No unload: the browser is gone.
            anna.page().close(new Page.CloseOptions().setRunBeforeUnload(false));
        }
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("drafts", subject);
            assertThat(anna.at("#reply-text")).hasValue("Ein Ausweis genügt.");
            assertThat(anna.at("#draft-files")).containsText("Merkblatt.txt");
            anna.at("form[data-discard] button").click();
            assertThat(anna.at("#reply-text")).hasValue("");
            anna.at("form[action*='draft/bring-back'] button").click();
            anna.sees("Der Entwurf ist wieder da.");
            assertThat(anna.at("#reply-text")).hasValue("Ein Ausweis genügt.");
            assertEquals(List.of(), anna.complaints());
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "composer-draft");
            anna.at(SEND).click();
            anna.sees("Antwort angenommen.");
            assertThat(anna.at(".ob-msg--out .ob-file")).containsText("Merkblatt.txt");
            assertThat(anna.at("#reply-text")).hasValue("");
        }
    }

    @Test
    void theIdleWipeLosesNothing() throws Exception {
        String subject = arrived("Untätig");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().clock().install();
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Angefangen");
            anna.at("[data-write=note]").click();
            anna.page().fill("#note-text", "Noch anrufen");
            anna.page().clock().fastForward("14:05");
            anna.page().clock().runFor(2_000);
            assertThat(anna.at("#lock")).isVisible();
            assertThat(anna.at("#lock-draft")).containsText("nach dem Anmelden wieder da");
            anna.page().clock().runFor(62_000);
            assertThat(anna.at("main")).containsText("Zur Sicherheit abgemeldet");
            assertThat(anna.at("body")).not().containsText("Angefangen");
            anna.signIn("anna");
            assertThat(anna.at("#reply-text")).hasValue("Angefangen");
            assertThat(anna.at("#note-text")).hasValue("Noch anrufen");
        }
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() throws Exception {
        String subject = arrived("Zwei Fenster");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().clock().install();
            anna.open("new", subject);
            Page other = anna.window();
            other.navigate(anna.page().url());
            other.fill("#reply-text", "Rechts");
            other.locator("[data-write=note]").click();
            other.evaluate("document.dispatchEvent(new CustomEvent('obhut:save'))");
            assertThat(other.locator("#draft-state")).containsText("Entwurf gespeichert");
            anna.page().fill("#reply-text", "Links");
            anna.page().clock().runFor(11_000);
            assertThat(anna.at("#draft-elsewhere")).isVisible();
            assertThat(anna.at("#reply-text")).hasValue("Links");
            anna.at("[data-draft-mine]").click();
            assertThat(anna.at("#draft-elsewhere")).isHidden();
            saved(anna);
            anna.page().reload();
            assertThat(anna.at("#reply-text")).hasValue("Links");
        }
    }

    @Test
    void aBlockIsInsertedByItsPrefixAndByKeyboardAloneAndAnOpenPlaceStopsSending() throws Exception {
        String subject = arrived("Baustein");
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.page().navigate("/teams");
            leyla.at("a[href^='/teams/']:has-text('Erstkontakt')").first().click();
            leyla.at("a[href$='/blocks']").click();
            leyla.at("form[action$='/starters'] button").click();
            leyla.sees("Startersatz übernommen.");
            ConsoleBrowser.assertAccessible(leyla.page());
            ConsoleBrowser.screenshot(leyla.page(), "blocks");
        }
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.at("#reply-text").focus();
            anna.page().keyboard().type("::gru");
            assertThat(anna.at("#blocks [aria-selected=true]")).containsText("Begrüßung");
            anna.page().keyboard().press("Enter");
            assertThat(anna.at("#reply-text")).hasValue(Pattern.compile("^Guten Tag,[\\s\\S]*melden\\.\\s*$"));
            anna.page().keyboard().type("::");
            anna.page().keyboard().press("Escape");
            assertThat(anna.at("#block-box")).isHidden();
            anna.page().keyboard().press("Backspace");
            anna.page().keyboard().press("Backspace");
            anna.at("[data-blocks]").focus();
            anna.page().keyboard().press("Enter");
            assertThat(anna.at("#block-search")).isFocused();
            anna.page().keyboard().type("Rückfrage");
            ConsoleBrowser.screenshot(anna.page(), "composer-blocks");
            anna.page().keyboard().press("Enter");
            assertThat(anna.at("#reply-text")).isFocused();
            assertThat(anna.at("#reply-text")).hasValue(Pattern.compile("\\{\\{Frage\\}\\}"));
            anna.page().keyboard().press("Control+Enter");
            assertThat(anna.at("#trouble")).containsText("{{Frage}}");
            assertThat(anna.at(".ob-msg--out")).hasCount(0);
        }
    }

    @Test
    void withoutAScriptABlockIsChosenOnAPageAndTheTextStays() throws Exception {
        String subject = arrived("Ohne Skript");
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.page().navigate("/profile/blocks");
            anna.page().fill("#block-title", "Gruß zum Schluss");
            anna.page().fill("#prefix", "schluss");
            anna.page().fill("#block-text", "Mit freundlichem Gruß");
            anna.at("form[action='/profile/blocks'] .kern-btn--primary").click();
            anna.sees("Textbaustein gespeichert.");
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Begonnen");
            anna.at("[data-blocks]").click();
            anna.page()
                    .selectOption(
                            "#block",
                            new com.microsoft.playwright.options.SelectOption()
                                    .setLabel("Gruß zum Schluss – Mit freundlichem Gruß"));
            anna.at("main form .kern-btn--primary").click();
            anna.sees("Textbaustein eingefügt");
            assertThat(anna.at("#reply-text")).hasValue("Begonnen\n\nMit freundlichem Gruß");
        }
    }

    @Test
    void aReplyForLaterShowsWhenAndIsTakenBack() throws Exception {
        String subject = arrived("Später");
        try (Person anna = Person.signedIn(browser, Look.PHONE, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Morgen früh.");
            anna.at(".ob-picker summary").click();
            anna.page().fill("#reply-day", LocalDate.now().plusDays(2).toString());
            ConsoleBrowser.screenshot(anna.page(), "composer-later-390");
            anna.at("button[name=then][value=open]").click();
            assertThat(anna.at("#trouble")).containsText("fehlt der Tag oder die Uhrzeit");
            anna.at(".ob-picker summary").click();
            anna.page().fill("#reply-time", "08:30");
            anna.at("button[name=then][value=closed]").click();
            anna.sees("geht zur gewählten Zeit raus");
            assertThat(anna.at(".ob-msg--out .ob-msg__foot")).containsText("Geht raus:");
            assertThat(anna.at(".ob-msg--out .ob-msg__foot")).containsText("08:30");
            assertThat(anna.at("#status")).hasValue("closed");
            anna.at(".ob-msg--out .ob-msg__foot button").click();
            assertThat(anna.at("#reply-text")).hasValue("Morgen früh.");
            assertThat(anna.at(".ob-msg--out")).hasCount(0);
            assertThat(anna.at("#status")).hasValue("open");
            ConsoleBrowser.assertAccessible(anna.page());
        }
    }

    @Test
    void aTraineesReplyGoesOutOnceAColleagueHasReadIt() throws Exception {
        String subject = arrived("Einarbeitung");
        try (Person leyla = Person.signedIn(browser, Look.DESK_DARK, "leyla");
                Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            learning(leyla);
            try {
                bela.open("new", subject);
                bela.page().fill("#reply-text", "Kommen Sie um zehn.");
                bela.at(SEND).click();
                bela.sees("Die Antwort wartet auf Freigabe.");
                assertThat(bela.at("#approval-own")).containsText("Kommen Sie um zehn.");
                assertThat(bela.at("#reply-text")).hasCount(0);

                leyla.open("new", subject);
                leyla.at(".ob-approval summary").click();
                ConsoleBrowser.assertAccessible(leyla.page());
                ConsoleBrowser.screenshot(leyla.page(), "approval-dark");
                leyla.page().fill(".ob-approval input[name=note]", "Bitte mit Ort");
                leyla.at(".ob-approval form[action*='send-back'] button").click();
                leyla.sees("Zurückgegeben.");

                bela.page().reload();
                assertThat(bela.at("#composer")).containsText("Bitte mit Ort");
                bela.page().fill("#reply-text", "Kommen Sie um zehn in die Kaiserstraße.");
                bela.at(SEND).click();
                bela.sees("Die Antwort wartet auf Freigabe.");

                leyla.page().reload();
                leyla.at(".ob-approval summary").click();
                leyla.at(".ob-approval form[action*='approve'] button").click();
                leyla.sees("Freigegeben.");
                assertThat(leyla.at(".ob-msg--out")).containsText("Kaiserstraße");
                assertThat(leyla.at(".ob-msg--out h3")).hasText("bela");
            } finally {
                learning(leyla);
            }
        }
    }

    /** Sets bela learning, or no more. */
    private static void learning(Person leyla) {
        leyla.page().navigate("/teams");
        leyla.at("a[href^='/teams/']:has-text('Erstkontakt')").first().click();
        leyla.at("form[action$='/trainee'] button:has-text('bela')").click();
        leyla.sees("Gespeichert.");
    }
}
