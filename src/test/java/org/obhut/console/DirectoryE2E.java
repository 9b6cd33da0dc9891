package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class DirectoryE2E {

    private static final String TEXT = "#reply, textarea[name=text]";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    DirectoryE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceIsFoundAndPutIntoTheReplyInTheClientsLanguage(boolean script) throws Exception {
        String subject = ClientMail.subject("Arzt gesucht");
        client.send(
                "caut@client.example", subject, "Bună ziua, am nevoie de un control medical la Bonn. Mulțumesc mult!");
        try (Person anna = Person.signedIn(browser, script ? Look.DESK : Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.open("new", subject);
            anna.at("#details a[href^='/directory?ticket=']").click();
            anna.page().selectOption("#region", "bonn");
            anna.page().selectOption("#service", "testing");
            anna.at("main form[role=search] button").click();
            assertThat(anna.at(".ob-result")).hasCount(1);
            anna.at(".ob-result h3 a").click();
            assertThat(anna.at(".ob-preview")).containsText("Limbi: germană, română, spaniolă");
            assertEquals(List.of(), anna.complaints());
            if (script) {
                // Without scripts axe never ends.
                assertAccessible(anna.page());
            }
            screenshot(anna.page(), "directory-insert" + (script ? "" : "-plain"));
            anna.at("#result").selectOption("appointment");
            anna.at(".ob-insert form[method=post] button").click();
            anna.sees("In die Antwort eingefügt.");
            assertThat(anna.at(TEXT).first())
                    .hasValue(Pattern.compile("Sprechzimmer Südstadt, Lindenplatz 1, Bonn\n.*", Pattern.DOTALL));
            assertThat(anna.at(".ob-thread")).containsText("anna hat auf Sprechzimmer Südstadt hingewiesen");
            Locator referral = anna.at("[data-referral] select");
            assertThat(referral).hasValue("appointment");
            referral.selectOption("arrived");
            anna.at("[data-referral] form").first().locator("button").click();
            anna.sees("Ergebnis der Weitervermittlung gespeichert.");
            assertThat(anna.at("[data-referral] select")).hasValue("arrived");
            assertThat(anna.at(".ob-thread")).containsText("hingewiesen: angekommen");
            anna.at("section[aria-labelledby=referral-title] .ob-fold summary").click();
            anna.at("#sought").selectOption("shelter");
            anna.at("#details form[action*='/referrals/none'] button").click();
            anna.sees("Festgehalten, dass es keine passende Stelle gibt.");
            assertThat(anna.at(".ob-thread")).containsText("keine passende Stelle gefunden: Schutzeinrichtung");
            anna.at("[data-referral]")
                    .last()
                    .locator("form[action*='/take-back'] button")
                    .click();
            anna.sees("Zurückgenommen. Es zählt nicht mehr.");
            assertThat(anna.at("[data-referral]")).hasCount(1);
            assertThat(anna.at(TEXT).first()).hasValue(Pattern.compile("Sprechzimmer.*", Pattern.DOTALL));
        }
    }

    @Test
    void theCoordinatorEntersChangesConfirmsAndRemovesAPlace() {
        String name = "Stelle " + UUID.randomUUID().toString().substring(0, 8);
        try (Person koko = Person.signedIn(browser, Look.DESK, "koko");
                Person other = Person.signedIn(browser, Look.PHONE, "koko")) {
            koko.page().navigate("/directory/new");
            koko.page().fill("#name", name);
            koko.page().selectOption("#kind", "legal-help");
            koko.page().fill("#hours", "immer");
            koko.at("main form .kern-btn--primary").click();
            assertThat(koko.at("#hours-wrong")).isVisible();
            assertThat(koko.at("#name")).hasValue(name);
            assertAccessible(koko.page());
            screenshot(koko.page(), "directory-form-wrong");
            koko.page().fill("#hours", "Mo-Mi 09:00-12:00");
            koko.at("main form .kern-btn--primary").click();
            koko.sees("Stelle gespeichert.");
            assertThat(koko.at("#entry")).containsText("Mo–Mi 09:00–12:00");

            String entry = koko.page().url().replaceFirst("\\?.*", "");
            other.page().navigate(entry + "/change");
            assertFits(other.page(), "directory-form-390");
            other.page().fill("#town", "Herne");
            koko.at("#entry form[action$='/confirm'] button").click();
            koko.sees("Angaben bestätigt.");
            other.at("main form .kern-btn--primary").click();
            assertThat(other.at("#trouble")).containsText("Inzwischen hat jemand anderes");
            other.at("main form .kern-btn--primary").click();
            other.sees("Stelle gespeichert.");
            assertThat(other.at("#entry")).containsText("Herne");
            assertFits(other.page(), "directory-390");
            screenshot(other.page(), "directory-390");

            koko.page().navigate(entry);
            koko.at("#entry details summary").click();
            koko.at("#entry form[action$='/remove'] button").click();
            koko.sees("Stelle entfernt.");
            assertThat(koko.at(".ob-result").filter(new Locator.FilterOptions().setHasText(name)))
                    .hasCount(0);
        }
    }

    @Test
    void aFileIsShownRowByRowBeforeItIsTaken() throws Exception {
        String name = "Neu " + UUID.randomUUID();
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.page().navigate("/directory");
            Download download = leyla.page().waitForDownload(() -> leyla.at("a[href='/directory/export']")
                    .click());
            String file = Files.readString(download.path());
            assertTrue(file.startsWith("\uFEFFname;kind;"), file);

            leyla.page().navigate("/directory/import");
            choose(leyla, "name;kind;phone\n" + name + ";kiosk;ruf an\n");
            assertThat(leyla.at("#trouble")).containsText("Einige Zeilen sind fehlerhaft.");
            assertThat(leyla.at("main table")).containsText("Telefon: So ist das nicht zu verstehen.");
            assertAccessible(leyla.page());
            screenshot(leyla.page(), "directory-import-wrong");

            choose(leyla, "name;kind\n" + name + ";other\n");
            assertThat(leyla.at("main table")).containsText(name);
            leyla.at("main form .kern-btn--primary").first().click();
            leyla.sees("Datei übernommen.");
            assertThat(leyla.at(".ob-result").filter(new Locator.FilterOptions().setHasText(name)))
                    .hasCount(1);

            leyla.page().navigate("/directory/import");
            choose(leyla, file);
            assertThat(leyla.at("main")).containsText("Alles steht schon so im Verzeichnis.");
        }
    }

    private static void choose(Person person, String file) {
        person.page()
                .setInputFiles(
                        "#file", new FilePayload("stellen.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        person.at("form[enctype] button:has-text('prüfen')").click();
    }
}
