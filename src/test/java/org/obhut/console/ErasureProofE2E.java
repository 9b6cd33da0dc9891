package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A client wishes to be forgotten: the lead erases the ticket, prints the proof, and finds it again. */
@WithBrowser
class ErasureProofE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    ErasureProofE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    @Test
    void whatWasErasedIsProvedOnASheetWithoutAWordOfTheClient() throws Exception {
        String subject = ClientMail.subject("Bitte alles vergessen");
        client.send("vergessen@client.example", subject, "Bitte löschen Sie alles.");
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla");
                Person phone = Person.signedIn(browser, Look.PHONE, "leyla");
                Person dark = Person.signedIn(browser, Look.DESK_DARK, "leyla");
                Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person admin = Person.signedIn(browser, Look.DESK, "admin")) {
            leyla.open("new", subject);
            String ticket = leyla.page().url().replaceFirst("\\?.*", "");
            leyla.page().navigate(ticket + "/erasure?erase=true");
            leyla.at("input[name=ground][value=wish]").check();
            ConsoleBrowser.screenshot(leyla.page(), "erasure-question-1440");
            leyla.at("#question ~ form button[type=submit]").click();

            assertThat(leyla.at("h1")).containsText("Löschnachweis Nr. ");
            leyla.sees("Vorgang gelöscht");
            assertThat(leyla.at("main")).containsText("Wunsch der Klient:in, DSGVO Art. 17");
            assertThat(leyla.at("main")).containsText("Eine empfangene Nachricht");
            assertThat(leyla.at("main")).containsText("leyla; das Team verlangt keine zweite Person");
            assertThat(leyla.at(".ob-state--ok")).containsText("wie Obhut sie geschrieben hat");
            String sheet = leyla.page().url().replaceFirst("\\?.*", "");
            for (String word : List.of(subject, "vergessen", ticket.replaceFirst(".*/", ""))) {
                assertFalse(leyla.page().content().contains(word), word);
            }
            assertEquals(List.of(), leyla.complaints());
            ConsoleBrowser.assertAccessible(leyla.page());
            ConsoleBrowser.screenshot(leyla.page(), "erasure-proof-1440");

            for (Person other : List.of(phone, dark)) {
                other.page().navigate(sheet + "?lang=en");
                assertThat(other.at("h1")).containsText("Proof of erasure no. ");
                ConsoleBrowser.assertAccessible(other.page());
            }
            ConsoleBrowser.screenshot(phone.page(), "erasure-proof-390");
            ConsoleBrowser.screenshot(dark.page(), "erasure-proof-dark");
            print(leyla.page());

            leyla.page().navigate("/erasures");
            ConsoleBrowser.assertAccessible(leyla.page());
            ConsoleBrowser.screenshot(leyla.page(), "erasures-1440");
            leyla.at("main table a").first().click();
            assertEquals(sheet, leyla.page().url());
            anna.page().navigate(sheet);
            assertThat(anna.at("h1")).not().containsText("Löschnachweis");
            admin.page().navigate("/admin/audit?act=TICKET_ERASED_AT_ONCE");
            admin.at("main table a").first().click();
            assertEquals(sheet, admin.page().url());
        }
    }

    /** What the printer gets: one page of A4, without bars and buttons. */
    private static void print(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".ob-top")).isHidden();
        assertThat(page.locator(".ob-noprint").first()).isHidden();
        ConsoleBrowser.screenshot(page, "erasure-proof-print");
        String pdf = new String(
                page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(1, pdf.split("/Type\\s*/Page[^s]").length - 1, "pages");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void aWishThatWaitsForASecondPersonStandsWithTheTicket() throws Exception {
        String subject = ClientMail.subject("Vier Augen");
        client.send("augen@client.example", subject, "Hallo");
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla");
                Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            leyla.page().navigate("/teams");
            leyla.at("main li a").first().click();
            String team = leyla.page().url();
            leyla.at("form[action$='/erasure'] button").click();
            try {
                leyla.open("new", subject);
                String ticket = leyla.page().url().replaceFirst("\\?.*", "");
                leyla.page().navigate(ticket + "/erasure?erase=true");
                leyla.at("input[name=ground][value=not_needed]").check();
                leyla.at("#question ~ form button[type=submit]").click();
                assertThat(leyla.at("#erasure-asked")).containsText("Der eigene Wunsch");
                ConsoleBrowser.assertAccessible(leyla.page());
                ConsoleBrowser.screenshot(leyla.page(), "erasure-asked-1440");

                anna.page().navigate(ticket + "?folder=team");
                assertThat(anna.at("#erasure-asked")).containsText("leyla möchte");
                anna.page().navigate(ticket + "/erasure?erase=true");
                assertThat(anna.at("main")).containsText("Der Vorgang wird nicht mehr gebraucht");
                anna.at("#question ~ form button[type=submit]").click();
                assertThat(anna.at("main")).containsText("leyla bat darum, anna stimmte zu (vier Augen)");
            } finally {
                leyla.page().navigate(team);
                leyla.at("form[action$='/erasure'] button").click();
            }
        }
    }
}
