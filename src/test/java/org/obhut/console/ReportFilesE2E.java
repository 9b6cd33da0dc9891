package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A report is downloaded from its page, with script and without. */
@WithBrowser
class ReportFilesE2E {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final RunningObhut obhut;
    private final ConsoleBrowser browser;

    @TempDir
    Path folder;

    ReportFilesE2E(RunningObhut obhut, ConsoleBrowser browser) {
        this.obhut = obhut;
        this.browser = browser;
    }

    @Test
    void eachButtonGivesItsFileAndALineInTheAuditTrail() throws IOException, SQLException {
        try (Person koko = Person.signedIn(browser, Look.DESK, "koko")) {
            koko.page().navigate("/reports?period=2026-Q1");
            assertThat(koko.at("#report-files form button")).hasCount(5);
            long before = exports();
            assertBegins(download(koko, "pdf"), "%PDF-1.".getBytes(StandardCharsets.US_ASCII));
            assertBegins(download(koko, "ods"), ZIP);
            assertBegins(download(koko, "xlsx"), ZIP);
            assertBegins(download(koko, "csv"), ZIP);
            assertBegins(download(koko, "json"), "{\"publisher\"".getBytes(StandardCharsets.US_ASCII));
            assertEquals(before + 5, exports());
            assertEquals(List.of(), koko.complaints());
            assertAccessible(koko.page());
            screenshot(koko.page(), "report-files");
        }
    }

    @Test
    void aTableAloneIsDownloadedWithoutScript() throws IOException {
        try (Person leyla = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "leyla");
                Person phone = Person.signedIn(browser, Look.PHONE, "leyla")) {
            leyla.page().navigate("/reports?period=2026-Q1");
            Download file = leyla.page().waitForDownload(() -> leyla.at("button[name=table][value=contacts]")
                    .click());
            assertEquals("report-2026-Q1-draft-contacts.csv", file.suggestedFilename());
            assertTrue(saved(file).startsWith("\uFEFFkey;Monat;"));
            phone.page().navigate("/reports?period=2026-Q1");
            assertFits(phone.page(), "report-files-390");
        }
    }

    private byte[] download(Person person, String format) throws IOException {
        Download file = person.page().waitForDownload(() -> person.at("#report-files button[value=" + format + "]")
                .click());
        assertEquals("report-2026-Q1-draft." + (format.equals("csv") ? "zip" : format), file.suggestedFilename());
        return Files.readAllBytes(save(file));
    }

    private String saved(Download file) throws IOException {
        return Files.readString(save(file), StandardCharsets.UTF_8);
    }

    private Path save(Download file) {
        Path to = folder.resolve(file.suggestedFilename());
        file.saveAs(to);
        return to;
    }

    private long exports() throws SQLException {
        try (Connection database = obhut.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM audit_line WHERE act = 'REPORT_EXPORTED'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertBegins(byte[] file, byte[] beginning) {
        assertArrayEquals(beginning, Arrays.copyOf(file, beginning.length));
    }
}
