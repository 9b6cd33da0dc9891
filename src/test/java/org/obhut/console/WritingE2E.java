package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A first mail, a forward and a safer address, as a counsellor does them. */
@WithBrowser
class WritingE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    WritingE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private static String address(String name) {
        return name + '-' + UUID.randomUUID() + "@client.example";
    }

    @Test
    void aFirstMailIsWrittenRefusedMendedAndSent() {
        String to = address("neu");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.at(".ob-nav a[href='/mails/new']").click();
            anna.page().fill("#to", "keine-adresse");
            anna.page().fill("#title", "Anruf von Mira");
            anna.page().fill("#mail-text", "Guten Tag, wie am Telefon besprochen.");
            anna.page().keyboard().press("Control+Enter");
            assertThat(anna.at("#to-wrong")).containsText("keine E-Mail-Adresse");
            assertThat(anna.at("#mail-text")).hasValue("Guten Tag, wie am Telefon besprochen.");
            anna.page().fill("#to", to);
            anna.at(".ob-form__end .kern-btn--primary").click();
            anna.sees("E-Mail angenommen.");
            assertThat(anna.at("#ticket-title")).hasText("Anruf von Mira");
            assertThat(anna.at(".ob-msg--out .ob-msg__foot")).containsText("Gesendet");
            assertThat(anna.at("#status")).hasValue("waiting");
            assertThat(anna.at("form[data-composer=reply] .kern-btn--primary")).hasText("Senden an " + to);
        }
    }

    @Test
    void aCaseIsForwardedOnlyWithConsentAndAsShown() throws Exception {
        String subject = ClientMail.subject("Frage");
        String from = address("weiter");
        client.send(from, subject, "Wo finde ich eine Wohnung?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.at("a[href*='/forward?']").click();
            anna.at("input[name=m]").first().check();
            anna.at(".ob-form__end .kern-btn--primary").click();
            assertThat(anna.at("#forward-text"))
                    .hasValue(java.util.regex.Pattern.compile("> Wo finde ich eine Wohnung\\?"));
            anna.page().fill("#to", from);
            anna.at("input[name=agreed]").check();
            anna.page().fill("#note", "Am Telefon gesagt");
            anna.at(".ob-form__end .kern-btn--primary").click();
            assertThat(anna.at("#trouble")).containsText("Adresse der Klient:in");
            assertThat(anna.at("input[name=agreed]")).isChecked();
            assertThat(anna.at("#note")).hasValue("Am Telefon gesagt");
            anna.page().fill("#to", "team@client.example");
            anna.at(".ob-form__end .kern-btn--primary").click();
            anna.sees("Weiterleitung angenommen.");
            assertThat(anna.at(".ob-event").last())
                    .containsText("anna hat die Einwilligung zur Weiterleitung an team@client.example festgehalten");
            assertThat(anna.at("form[data-composer=reply] .kern-btn--primary")).hasText("Senden an " + from);
        }
    }

    @Test
    void anAddressThatIsRefusedStaysInItsFieldAndTheReplyInItsOwn() throws Exception {
        String subject = ClientMail.subject("Frage");
        client.send(address("tippt"), subject, "Bitte an die andere Adresse schreiben.");
        try (Person anna = Person.signedIn(browser, Look.PHONE, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Angefangen");
            anna.page().fill("#client-address", "mira(at)client.example");
            anna.at("form[action*='client-address'] button").click();
            assertThat(anna.at("#client-address-wrong")).containsText("keine E-Mail-Adresse");
            assertThat(anna.at("#client-address")).hasValue("mira(at)client.example");
            assertThat(anna.at("#client-address")).isFocused();
            assertThat(anna.at("#reply-text")).hasValue("Angefangen");
            ConsoleBrowser.assertAccessible(anna.page());
            anna.page().fill("#client-address", "beratung@obhut.example");
            anna.at("form[action*='client-address'] button").click();
            assertThat(anna.at("#client-address-wrong")).containsText("eigenes Postfach");
            assertThat(anna.at("#client-address")).hasValue("beratung@obhut.example");
        }
    }

    @Test
    void theLineAboveAReplyFollowsWhatIsChosen() throws Exception {
        String subject = ClientMail.subject("Frage");
        client.send(address("regel"), subject, "Wie geht das?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            var line = anna.at(".ob-composer__rule").first();
            assertThat(line).containsText("Betreff „Ihre Nachricht“ · ohne Zitat · nur Text");
            anna.at(".ob-composer__choices summary").click();
            anna.page().fill("#reply-subject", "Zu {0} $& Ihrem Termin");
            anna.at("input[name=quote]").check();
            anna.at("input[name=html]").check();
            assertThat(line).containsText("Betreff „Zu {0} $& Ihrem Termin“ · mit Zitat · mit Formatierung");
            anna.page().fill("#reply-subject", " ");
            assertThat(line).containsText("Betreff „Ihre Nachricht“ · mit Zitat");
        }
    }

    @Test
    void whatIsTooLargeIsSaidWithItsSizeBeforeAnythingIsSent() throws Exception {
        String subject = ClientMail.subject("Frage");
        client.send(address("gross"), subject, "Bitte das Merkblatt.");
        var file = new FilePayload("Merkblatt.pdf", "application/pdf", new byte[24_600_000]);
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Anbei.");
            anna.page().setInputFiles("form[data-composer=reply] input[type=file]", file);
            assertThat(anna.at("[data-callout]")).containsText("zu groß: 24,6 MB. Erlaubt sind 24 MB.");
            assertThat(anna.at("#reply-text")).hasValue("Anbei.");
            assertThat(anna.at(".ob-msg--out")).hasCount(0);

            anna.page().navigate("/mails/new");
            anna.page().fill("#to", address("gross"));
            anna.page().fill("#mail-text", "Anbei.");
            anna.page().setInputFiles("input[type=file]", file);
            anna.at(".ob-form__end .kern-btn--primary").click();
            assertThat(anna.at("[data-callout]")).containsText("zu groß: 24,6 MB. Erlaubt sind 24 MB.");
            ConsoleBrowser.assertAccessible(anna.page());
            assertThat(anna.at("#mail-text")).hasValue("Anbei.");
        }
    }

    @Test
    void aSaferAddressTakesTheOldOnesPlace() throws Exception {
        String subject = ClientMail.subject("Frage");
        String safe = address("sicher");
        client.send(address("alt"), subject, "Bitte nicht mehr an diese Adresse.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#client-address", safe);
            anna.at("form[action*='client-address'] button").click();
            anna.sees("Adresse gespeichert.");
            assertThat(anna.at("form[data-composer=reply] .kern-btn--primary")).hasText("Senden an " + safe);
            assertThat(anna.at(".ob-event").last()).containsText("ersetzt, neu: " + safe);
            assertEquals(List.of(), anna.complaints());
        }
    }
}
