package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class DisclosureE2E {

    private final ConsoleBrowser browser;
    private final RunningObhut obhut;
    private final ClientMail client;

    DisclosureE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.obhut = obhut;
        this.client = new ClientMail(obhut);
    }

    @Test
    void aClientGetsACopyThatOpensWithThePassphraseOnThePage() throws Exception {
        String subject = ClientMail.subject("Bitte um Kopie");
        client.send("kopie@client.example", subject, "Was ist über mich gespeichert?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person phone = Person.signedIn(browser, Look.PHONE, "anna");
                Person dark = Person.signedIn(browser, Look.DESK_DARK, "anna")) {
            anna.open("new", subject);
            anna.at("#details a >> text=Auskunft und Kopie").click();
            assertThat(anna.at("h1")).hasText("Auskunft und Kopie");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "disclosure-1440");
            String address = anna.page().url();
            for (Person other : new Person[] {phone, dark}) {
                other.page().navigate(address + "&lang=en");
                assertThat(other.at("h1")).hasText("Access and copy");
                ConsoleBrowser.assertAccessible(other.page());
            }
            ConsoleBrowser.screenshot(phone.page(), "disclosure-390");
            ConsoleBrowser.screenshot(dark.page(), "disclosure-dark");

            String passphrase = anna.at("#passphrase").inputValue();
            Download download = anna.page()
                    .waitForDownload(() -> anna.at("main button[type=submit]").click());

            assertTrue(download.suggestedFilename().matches("obhut-[0-9A-F]{6}\\.zip"), download.suggestedFilename());
            Map<String, String> files = opened(download, passphrase);
            assertTrue(files.get("index.html").contains("Was ist über mich gespeichert?"));
            assertTrue(files.get("index.html").contains("Brief.html"));
            assertTrue(files.get("001.eml").contains("kopie@client.example"));
            assertEquals("<script>alert(1)</script>", files.get("001-1.html"));
            assertFalse(files.keySet().toString().contains("Brief"), "names in a ZIP file can be read by anybody");

            anna.at("text=Nachweis für die Akte").click();
            assertThat(anna.at("main dl"))
                    .containsText("1 empfangene und 0 gesendete Nachrichten, 0 Notizen, 0 Anrufe, 1 Dateien");
            assertThat(anna.at("main")).not().containsText("gespeichert?");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "disclosure-sheet-1440");
        }
        try (var database = obhut.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT count(*) FROM audit_line WHERE act = 'TICKET_DISCLOSED'")) {
            rows.next();
            assertEquals(1, rows.getInt(1));
        }
    }

    private static Map<String, String> opened(Download download, String passphrase) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (InputStream bytes = Files.newInputStream(download.path());
                var zip = new ZipInputStream(bytes, passphrase.toCharArray())) {
            for (LocalFileHeader entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getFileName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
