package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A search by keyboard that shows what it finds while one types, on a phone, and without scripts; no word of it in an address. */
@WithBrowser
class SearchE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    SearchE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String mail(String word) throws Exception {
        String subject = ClientMail.subject("Suche");
        client.send(
                word + "@client.example", subject, "Ich habe zwei Fragen zu Mietverträgen, Stichwort " + word + ".");
        return subject;
    }

    @Test
    void findsByKeyboardWhileOneTypesAndComesBack() throws Exception {
        String subject = mail("graureiher");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().navigate("/search");
            assertThat(anna.at("#q")).isFocused();
            assertThat(anna.at("#found .ob-empty")).containsText("Wonach suchen?");
            anna.page().keyboard().type("graureih");
            assertThat(anna.at("#suggestions option").first()).hasAttribute("value", "graureiher@client.example");
            anna.page().keyboard().press("Home");
            anna.page().keyboard().type("mietvertrag ");
            assertThat(anna.at(".ob-hit")).hasCount(1);
            assertThat(anna.at("#found-count")).hasText("1 Vorgang gefunden");
            assertThat(anna.at(".ob-hit__words mark")).hasText(new String[] {"Mietverträgen", "graureiher"});
            assertFalse(anna.page().url().contains("graureih"), anna.page().url());
            assertFalse(anna.page().title().contains("graureih"));
            String address = anna.page().url();
            anna.page().keyboard().press("Enter");
            assertThat(anna.at(".ob-hit")).hasCount(1);
            anna.at(".ob-hit a").focus();
            anna.page().keyboard().press("Enter");
            assertThat(anna.at("#ticket-title")).containsText(subject);
            anna.page().goBack();
            assertThat(anna.at("#q")).hasValue("mietvertrag graureih");
            assertThat(anna.at(".ob-hit")).hasCount(1);
            assertFalse(address.contains("?"), address);

            anna.page().fill("#q", "graureiher \"ohne Ende");
            assertThat(anna.at("#found")).containsText("Ein Anführungszeichen hat kein zweites");
            assertThat(anna.at("#found .ob-empty")).containsText("Nichts gefunden.");
            assertEquals(List.of(), anna.complaints());
            anna.page().fill("#q", "graureiher");
            assertThat(anna.at(".ob-hit")).hasCount(1);
            assertAccessible(anna.page());
            screenshot(anna.page(), "search-found");
        }
    }

    @Test
    void aKeyOpensItFromAnywhere() throws Exception {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().evaluate("document.cookie = 'obhut-keys=on; Path=/; SameSite=Strict'");
            anna.page().navigate("/desk/new");
            anna.at("#content").focus();
            anna.page().keyboard().press("/");
            anna.page().waitForFunction("['top-q', 'q'].includes(document.activeElement?.id)");
        }
    }

    @Test
    void fitsAPhone() throws Exception {
        String subject = mail("rohrdommel");
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("new", subject);
        }
        try (Person anna = Person.signedIn(browser, new Look(390, false, "en-GB", true), "anna")) {
            anna.page().navigate("/desk/new");
            anna.at(".ob-search__link").click();
            anna.page().fill("#q", "rohrdommel");
            assertThat(anna.at(".ob-hit")).hasCount(1);
            anna.at(".ob-more summary").click();
            assertEquals(List.of(), anna.complaints());
            assertEquals(390, ((Number) anna.page().evaluate("document.documentElement.scrollWidth")).intValue());
            assertAccessible(anna.page());
            screenshot(anna.page(), "search-390");
        }
    }

    @Test
    void worksWithoutScripts() throws Exception {
        String subject = mail("wachtelkoenig");
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("new", subject);
            bela.page().navigate("/search");
            bela.page().fill("#q", "wachtelkoenig");
            assertThat(bela.at(".ob-hit")).hasCount(1);
            try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
                anna.page().navigate("/search");
                anna.page().fill("#q", "wachtelkoenig");
                anna.at("#search .kern-btn--primary").click();
                assertThat(anna.at("#found-count")).containsText("gefunden");
                assertFalse(anna.page().url().contains("wachtel"));
            }
        }
    }
}
