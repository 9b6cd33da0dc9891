package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** A report is written, released, read and withdrawn. Each test has a quarter of its own. */
@WithBrowser
class ReportE2E {

    private final ConsoleBrowser browser;

    ReportE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void theCoordinatorWritesAndReleasesAndTheAnalystReadsUntilItIsWithdrawn() {
        try (Person koko = Person.signedIn(browser, Look.DESK, "koko");
                Person stat = Person.signedIn(browser, Look.DESK_DARK, "stat")) {
            stat.page().navigate("/reports");
            assertThat(stat.at("main")).containsText("Noch kein Bericht.");
            assertEquals(404, stat.page().navigate("/reports?period=2026-Q3").status());

            koko.page().navigate("/directory");
            koko.at(".ob-nav a[href='/reports']").click();
            assertThat(koko.at("h1")).hasText("Quartalsbericht 3/2026");
            assertThat(koko.at("svg.ob-chart")).hasCount(9);
            koko.at("#needs-text").pressSequentially("Es fehlt an Sprechstunden.");
            assertThat(koko.at("#narrative-kept")).containsText("Gespeichert um");
            koko.at("#recommendations-text").fill("Sprachmittlung finanzieren\nScheine anbieten");
            koko.at("#narrative button[type=submit]").click();
            koko.sees("Text gespeichert.");
            assertThat(koko.at("#needs ol li")).hasCount(2);
            assertEquals(List.of(), koko.complaints());
            assertAccessible(koko.page());
            screenshot(koko.page(), "report-draft");
            koko.at("form[action$='/release'] button").click();
            koko.sees("Bericht freigegeben.");
            assertThat(koko.at("#needs-text")).hasCount(0);

            stat.page().navigate("/reports");
            assertThat(stat.at("#needs")).containsText("Es fehlt an Sprechstunden.");
            assertThat(stat.at("#making")).hasCount(0);
            assertAccessible(stat.page());
            screenshot(stat.page(), "report-released-dark");

            koko.at("form[action$='/withdraw'] button").click();
            koko.sees("Bericht zurückgezogen.");
            assertThat(koko.at("#needs-text")).hasValue("Es fehlt an Sprechstunden.");
            assertThat(koko.at("#making")).containsText("zurückgezogen von koko");
            assertEquals(404, stat.page().navigate("/reports?period=2026-Q3").status());
            assertEquals(
                    403,
                    stat.page().navigate("/reports?period=2026-Q3&version=1").status());
        }
    }

    @Test
    void withoutScriptAndOnAPhoneItIsAllThereAndATextCanBeErased() {
        try (Person leyla = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "leyla");
                Person other = Person.signedIn(browser, Look.PHONE, "koko")) {
            leyla.page().navigate("/reports");
            leyla.page().selectOption("#period", "2026-Q2");
            leyla.at("main form[action='/reports'] button").click();
            assertThat(leyla.at("h1")).hasText("Quartalsbericht 2/2026");
            other.page().navigate("/reports?period=2026-Q2");
            leyla.at("#needs-text").fill("Zu wenige Betten.");
            leyla.at("#narrative button[type=submit]").press("Enter");
            leyla.sees("Text gespeichert.");
            assertThat(leyla.at("#needs-text")).hasValue("Zu wenige Betten.");

            other.at("#needs-text").fill("Etwas anderes.");
            other.at("#narrative button[type=submit]").click();
            assertThat(other.at("#narrative-trouble")).containsText("Inzwischen hat jemand anderes");
            assertThat(other.at("#needs-text")).hasValue("Etwas anderes.");
            assertAccessible(other.page());
            assertFits(other.page(), "report-390");
            screenshot(other.page(), "report-390");

            other.page().navigate("/reports?period=2026-Q2&erase=1#erase-narrative");
            assertThat(other.at("#erase-narrative")).containsText("Den Text der Fassung 1 endgültig löschen?");
            assertAccessible(other.page());
            assertFits(other.page(), "report-erase-390");
            screenshot(other.page(), "report-erase-390");
            leyla.at("#making details summary").click();
            leyla.at("#making details a[href*='erase=1']").click();
            leyla.at("#erase-narrative button").press("Enter");
            leyla.sees("Text gelöscht.");
            assertThat(leyla.at("#needs-text")).hasValue("");
            assertThat(leyla.at("#making")).containsText("gelöscht von leyla");
        }
    }

    @Test
    void aReportPrintsOnFewPages() {
        try (Person leyla = Person.signedIn(browser, Look.ENGLISH, "leyla")) {
            leyla.page().navigate("/reports?period=2026-Q3");
            assertThat(leyla.at("h1")).hasText("Quarterly report 3/2026");
            leyla.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            byte[] pdf = leyla.page()
                    .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
            int pages = (int) Pattern.compile("/Type\\s*/Page[^s]")
                    .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
            System.out.println("printed report: " + pages + " pages");
            assertTrue(pages > 0 && pages <= 4, "pages: " + pages);
        }
    }
}
