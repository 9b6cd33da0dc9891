package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Download;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** Mails that are more, or less, than text: an invitation, and one that only its receiver's key opens. */
@WithBrowser
class SpecialMailE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    SpecialMailE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("desk", Look.DESK),
                Arguments.of("dark", Look.DESK_DARK),
                Arguments.of("phone", Look.PHONE),
                Arguments.of("english", Look.ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void anInvitationIsShownAsAnAppointment(String name, Look look) throws Exception {
        String subject = ClientMail.subject("Einladung");
        client.sendRaw(
                "From: Amt <termin@client.example>",
                "To: beratung@obhut.example",
                "Subject: " + subject,
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Guten Tag, bitte kommen Sie zum Gespräch.",
                "--b",
                "Content-Type: text/calendar; charset=utf-8; method=REQUEST; name=einladung.ics",
                "",
                "BEGIN:VCALENDAR",
                "METHOD:REQUEST",
                "BEGIN:VEVENT",
                "SUMMARY:Gespräch im Gesundheitsamt",
                "DTSTART;TZID=Europe/Sofia:20270312T110000",
                "DTEND;TZID=Europe/Sofia:20270312T114500",
                "LOCATION:Neumarkt 15\\, Köln",
                "ORGANIZER;CN=Terminvergabe:mailto:termin@client.example",
                "END:VEVENT",
                "END:VCALENDAR",
                "--b--");
        try (Person leyla = Person.signedIn(browser, look, "leyla")) {
            leyla.open("new", subject);
            assertThat(leyla.at(".ob-appointment")).containsText("Gespräch im Gesundheitsamt");
            assertThat(leyla.at(".ob-appointment")).containsText("10:00");
            assertAccessible(leyla.page());
            screenshot(leyla.page(), name + "-invitation");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void anEncryptedMailIsShownAsWhatItIs(String name, Look look) throws Exception {
        String subject = ClientMail.subject("Verschlüsselt");
        client.sendRaw(encrypted(subject));
        try (Person leyla = Person.signedIn(browser, look, "leyla")) {
            leyla.open("new", subject);
            assertThat(leyla.at(".ob-msg__body .ob-callout")).containsText("PGP");
            assertAccessible(leyla.page());
            screenshot(leyla.page(), name + "-encrypted");
        }
    }

    @Test
    void theMailAsItCameCanBeDownloaded() throws Exception {
        String subject = ClientMail.subject("Verschlüsselt");
        client.sendRaw(encrypted(subject));
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.open("new", subject);
            Download download = leyla.page().waitForDownload(() -> leyla.at(".ob-msg__body .ob-callout a")
                    .click());
            String mail = new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("mail.eml", download.suggestedFilename());
            assertTrue(mail.contains("-----BEGIN PGP MESSAGE-----"));
            assertFalse(mail.contains("192.0.2.7"));
        }
    }

    private static String[] encrypted(String subject) {
        return new String[] {
            "X-Originating-IP: 192.0.2.7",
            "From: Mira <mira@client.example>",
            "To: beratung@obhut.example",
            "Subject: " + subject,
            "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
            "",
            "--b",
            "Content-Type: application/pgp-encrypted",
            "",
            "Version: 1",
            "--b",
            "Content-Type: application/octet-stream; name=encrypted.asc",
            "",
            "-----BEGIN PGP MESSAGE-----",
            "",
            "hQEMA0000000000",
            "-----END PGP MESSAGE-----",
            "--b--"
        };
    }
}
