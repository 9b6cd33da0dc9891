package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.PageFit;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** Two tickets become one and one becomes two; two that have to do with each other; two people at one. */
@WithBrowser
class TwoTicketsE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    TwoTicketsE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private void send(String from, String id, String answers, String subject, String text) throws Exception {
        client.sendRaw(
                "From: " + from,
                "To: beratung@obhut.example",
                "Subject: " + subject,
                "Message-ID: <" + id + "@client.example>",
                answers.isEmpty() ? "X-None: 1" : "In-Reply-To: <" + answers + "@client.example>",
                "Content-Type: text/plain; charset=utf-8",
                "",
                text);
    }

    @Test
    void whatBelongsTogetherBecomesOneAndIsTakenApartAgainByKeyboard() throws Exception {
        String one = ClientMail.subject("Anmeldung");
        String two = ClientMail.subject("Nachtrag");
        String id = one.substring(one.length() - 12);
        send("zusammen@client.example", id + "-1", "", one, "Welche Papiere brauche ich?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", one);
            String stays = anna.page().url();
            send("andere@client.example", id + "-2", id + "-1", two, "Ich habe noch den Pass gefunden.");
            anna.open("new", two);
            String ends = anna.page().url();
            assertThat(anna.at("#may-belong")).containsText("Gehört vielleicht zu");
            ConsoleBrowser.screenshot(anna.page(), "may-belong-1440");
            anna.at("#may-belong a").last().focus();
            anna.page().keyboard().press("Enter");

            assertThat(anna.at("main h1")).hasText("Zwei Vorgänge zusammenführen");
            assertThat(anna.at("section[aria-labelledby=ends]")).containsText("Pass gefunden");
            assertThat(anna.at("section[aria-labelledby=stays]")).containsText("Welche Papiere");
            assertEquals(List.of(), anna.complaints());
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "merge-1440");
            anna.at("main form button[type=submit]").focus();
            anna.page().keyboard().press("Enter");
            anna.sees("Zusammengeführt.");
            assertThat(anna.at("#ticket-title")).hasText(one);
            assertThat(anna.at("#thread")).containsText("Pass gefunden");

            send("andere@client.example", id + "-3", id + "-2", "Re: " + two, "Und die Bescheinigung.");
            assertThat(anna.at("#changed")).containsText("hinzugekommen");
            anna.at("#changed a").click();
            assertThat(anna.at("#thread")).containsText("Und die Bescheinigung.");
            anna.page().navigate(ends);
            anna.sees("Der gesuchte Vorgang ist in diesem hier aufgegangen.");

            anna.at("#details a[href*='/split?']").focus();
            anna.page().keyboard().press("Enter");
            assertThat(anna.at("main h1")).hasText("Einen neuen Vorgang abtrennen");
            anna.at("main form .kern-btn--primary").click();
            assertThat(anna.at("#trouble")).containsText("Bitte mindestens einen Eintrag wählen.");
            anna.at(".ob-choices li")
                    .filter(new Locator.FilterOptions().setHasText("Pass gefunden"))
                    .locator("a")
                    .click();
            assertThat(anna.at("input[name=entry]:checked")).hasCount(2);
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "split-1440");
            anna.page().fill("#split-subject", two);
            anna.page().keyboard().press("Enter");
            anna.sees("Abgetrennt.");
            assertThat(anna.at("#ticket-title")).hasText(two);
            assertThat(anna.at("#thread")).containsText("Und die Bescheinigung.");
            assertThat(anna.at("form[data-composer=reply] .kern-btn--primary").first())
                    .containsText("andere@client.example");
            anna.page().navigate(stays);
            assertThat(anna.at("#thread")).not().containsText("Pass gefunden");
        }
    }

    @Test
    void whatDoesNotBelongIsPointedToOnThePhoneAndMergedWithoutScript() throws Exception {
        String one = ClientMail.subject("Erste");
        String two = ClientMail.subject("Zweite");
        String id = one.substring(one.length() - 12);
        send("erste@client.example", id + "-1", "", one, "Eine Frage.");
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("new", one);
            send("zweite@client.example", id + "-2", id + "-1", two, "Eine andere Frage.");
            bela.open("new", two);
        }
        try (Person anna = Person.signedIn(browser, Look.PHONE, "anna")) {
            anna.open("new", two);
            anna.at("#may-belong button").click();
            anna.sees("Gemerkt: gehört nicht dazu.");
            assertThat(anna.at("#may-belong")).hasCount(0);
            String ticket = anna.page().url();
            anna.page().navigate(ticket.replaceFirst("\\?.*", "/related"));
            PageFit.assertFits(anna.page(), "related");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "related-390");
            anna.at(".ob-choices li")
                    .filter(new Locator.FilterOptions().setHasText(one))
                    .locator("button")
                    .click();
            anna.sees("Vorgänge verknüpft.");
            anna.at("section[aria-labelledby=related-title] li a").click();
            assertThat(anna.at("#ticket-title")).hasText(one);
            assertThat(anna.at("section[aria-labelledby=related-title]")).containsText(two);
            anna.at("section[aria-labelledby=related-title] li button").click();
            anna.sees("Verknüpfung entfernt.");
            assertThat(anna.at("section[aria-labelledby=related-title] li")).hasCount(0);
        }
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.open("new", two);
            anna.at("#details a[href*='/related?']").click();
            anna.at(".ob-choices li")
                    .filter(new Locator.FilterOptions().setHasText(one))
                    .locator("a")
                    .last()
                    .click();
            anna.at("main form button[type=submit]").click();
            anna.sees("Zusammengeführt.");
            assertThat(anna.at("#thread")).containsText("Eine andere Frage.");
        }
    }

    @Test
    void twoPeopleAtOneTicketSeeEachOtherAndNeitherSendsPastTheOther() throws Exception {
        String subject = ClientMail.subject("Zu zweit");
        client.send("zuzweit@client.example", subject, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person bela = Person.signedIn(browser, Look.DESK_DARK, "bela")) {
            anna.open("new", subject);
            bela.open("new", subject);
            assertThat(bela.at("#presence")).containsText("anna liest hier gerade.");
            assertThat(anna.at("#presence")).containsText("bela liest hier gerade.");
            bela.at("#reply-text").pressSequentially("Ja, das geht.");
            assertThat(anna.at("#presence")).containsText("bela schreibt hier gerade.");
            assertEquals(List.of(), anna.complaints());
            ConsoleBrowser.screenshot(anna.page(), "presence-1440");

            anna.at("[data-write=note]").click();
            anna.page().fill("#note-text", "Schon am Telefon geklärt");
            anna.at("form[data-composer=note] .kern-btn--primary").click();
            anna.sees("Notiz gespeichert.");
            bela.at("form[data-composer=reply] > .ob-composer__tools > .kern-btn--primary")
                    .click();
            assertThat(bela.at("#trouble")).containsText("Noch nicht gesendet.");
            assertThat(bela.at("#arrived")).containsText("Schon am Telefon geklärt");
            assertThat(bela.at("#reply-text")).hasValue("Ja, das geht.");
            assertEquals(
                    List.of(),
                    bela.complaints().stream()
                            .filter(said -> !said.contains("409"))
                            .toList());
            ConsoleBrowser.assertAccessible(bela.page());
            ConsoleBrowser.screenshot(bela.page(), "collision-dark");
            var anyway = bela.at("form[data-composer=reply] > .ob-composer__tools > .kern-btn--primary");
            assertThat(anyway).containsText("Trotzdem senden an");
            anyway.click();
            bela.sees("Antwort angenommen.");
            bela.at("#f-team").click();
            assertThat(anna.at("#presence p")).hasCount(0);
        }
    }

    @Test
    void aTicketOpensAtItsPlaceThoughTheListIsRenewedMeanwhile() throws Exception {
        String opened = ClientMail.subject("Geöffnet");
        String renewing = ClientMail.subject("Dazwischen");
        client.send("geoeffnet@client.example", opened, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/desk/new");
            var item = anna.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(opened));
            assertThat(item).isVisible();
            CompletableFuture<Route> answer = new CompletableFuture<>();
            anna.page().route(Pattern.compile(".*/tickets/[0-9a-f-]{36}.*"), answer::complete);
            item.click();
            client.send("dazwischen@client.example", renewing, "Eine andere Frage.");
            assertThat(anna.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(renewing)))
                    .isVisible();
            answer.join().resume();
            assertThat(anna.at("#ticket-title")).hasText(opened);
            assertThat(anna.at(".ob-top")).hasCount(1);
        }
    }

    @Test
    void aTicketIsTakenGivenBackAndHandedOverWithANote() throws Exception {
        String subject = ClientMail.subject("Übergabe");
        client.send("uebergabe@client.example", subject, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.at(".ob-ticket__acts [data-key=a]").click();
            anna.sees("Zuständigkeit gespeichert.");
            anna.at(".ob-ticket__acts button[name=assignee]").click();
            assertThat(anna.at(".ob-event").last()).containsText("anna hat die Zuständigkeit aufgehoben");
            anna.page().selectOption("#assignee", "bela");
            anna.at("form[action*='/assignee'] summary").click();
            anna.page().fill("#handover-note", "Bitte heute noch anrufen");
            anna.at("form:has(#handover-note) > button").click();
            anna.sees("Vorgang übergeben.");
        }
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("mine", subject);
            assertThat(bela.at(".ob-msg--note").last()).containsText("Bitte heute noch anrufen");
        }
    }
}
