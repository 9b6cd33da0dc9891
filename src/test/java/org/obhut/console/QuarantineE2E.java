package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class QuarantineE2E {

    private static final String COUNT = "[data-count=quarantine]";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    QuarantineE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    /** A lead who reads a mail that nobody can take apart, which may lie there beside others. */
    private Person reading(Look look) throws Exception {
        Person leyla = Person.signedIn(browser, look, "leyla");
        leyla.page().navigate("/quarantine");
        List<String> before = entries(leyla);
        leyla.page().navigate("/desk/new");
        String count = leyla.at(COUNT).textContent();
        client.sendNested("neun@client.example");
        assertThat(leyla.at(COUNT)).not().hasText(count);
        leyla.at("#f-quarantine").click();
        assertThat(leyla.at("#list-title")).containsText("Quarantäne");
        List<String> arrived = new ArrayList<>(entries(leyla));
        arrived.removeAll(before);
        assertEquals(1, arrived.size(), () -> "arrived: " + arrived);
        leyla.at("a[href='" + arrived.get(0) + "']").click();
        assertThat(leyla.at(".ob-raw")).containsText("neun@client.example");
        return leyla;
    }

    private static List<String> entries(Person person) {
        return person.at("a.ob-item__subject").all().stream()
                .map(entry -> entry.getAttribute("href"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void isReadAsTextAndErasedAfterAQuestion(int width) throws Exception {
        try (Person leyla = reading(new Look(width, false, "de-DE", true))) {
            assertAccessible(leyla.page());
            screenshot(leyla.page(), "quarantine-mail-" + width);
            leyla.at("text=Löschen").last().click();
            assertThat(leyla.at("[role=alert]")).containsText("Danach kann niemand sie mehr lesen.");
            assertAccessible(leyla.page());
            screenshot(leyla.page(), "quarantine-erase-" + width);
            leyla.at("text=Endgültig löschen").last().click();
            leyla.sees("Nachricht gelöscht.");
        }
    }

    @Test
    void becomesATicketOrStaysWhereItCannotBeRead() throws Exception {
        try (Person leyla = reading(Look.DESK)) {
            Download whole = leyla.page()
                    .waitForDownload(() -> leyla.at("text=Herunterladen").click());
            assertEquals("mail.eml", whole.suggestedFilename());
            assertTrue(Files.readString(whole.path()).contains("neun@client.example"));
            leyla.at("text=Noch einmal einlesen").click();
            leyla.sees("Sie bleibt in Quarantäne.");
            leyla.at("text=Vorgang daraus machen").click();
            leyla.sees("Aus der Nachricht wurde dieser Vorgang.");
            assertThat(leyla.at(".ob-msg--in")).containsText("neun@client.example");
        }
    }

    @Test
    void isForLeadsOnly() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            assertThat(anna.at("#f-quarantine")).hasCount(0);
            anna.page().navigate("/quarantine");
            assertThat(anna.at("h1")).hasText("Dafür fehlt das Recht");
        }
    }
}
