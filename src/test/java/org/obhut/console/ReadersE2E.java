package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class ReadersE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    ReadersE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    @Test
    void aColleagueOfAnotherTeamIsAskedAndThankedAndTheTicketMovesThereAndBack() throws Exception {
        String subject = ClientMail.subject("Bitte um Übersetzung");
        client.send("mitlesen@client.example", subject, "Bună ziua, am o întrebare despre înregistrare.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person ion = Person.signedIn(browser, Look.DESK_DARK, "ion")) {
            anna.open("new", subject);
            assertThat(anna.at(".ob-readers")).containsText("Team Erstkontakt alle im Team");

            anna.at("#details summary >> text=Mitlesen lassen").click();
            anna.page().selectOption("#reader", "ion");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "readers-1440");
            anna.at("#details button >> text=Mitlesen lassen").click();
            anna.sees("Mitlesen eingetragen.");
            assertThat(anna.at(".ob-readers")).containsText("ion um Rat gefragt, bis");
            assertThat(anna.at(".ob-event").last()).containsText("anna lässt ion mitlesen");

            ion.open("team", subject);
            ConsoleBrowser.screenshot(ion.page(), "readers-dark");
            ion.at(".ob-readers button").click();
            assertThat(ion.at("main h1")).containsText("nicht");
            anna.page().reload();
            assertThat(anna.at(".ob-readers")).not().containsText("ion");

            anna.at("#details a[href*='/team?']").click();
            assertThat(anna.at(".ob-readers")).containsText("Team Erstkontakt alle im Team");
            anna.page().selectOption("#move-team", "Südosteuropa");
            anna.page().fill("#move-note", "Bitte auf Rumänisch antworten");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "moving-1440");
            anna.at("main button[type=submit]").click();
            assertThat(anna.at("#moved")).containsText("Abgegeben an Südosteuropa.");
            ConsoleBrowser.assertAccessible(anna.page());
            ConsoleBrowser.screenshot(anna.page(), "moved-1440");
            ion.open("new", subject);
            assertThat(ion.at(".ob-event").last())
                    .containsText("anna hat den Vorgang an das Team Südosteuropa gegeben");
            assertThat(ion.at(".ob-msg--note").last()).containsText("Bitte auf Rumänisch antworten");
            anna.at("text=Zurückholen").click();
            anna.sees("Vorgang zurückgeholt.");
            assertThat(anna.at("#moved")).hasCount(0);
            assertThat(anna.at(".ob-readers")).containsText("Team Erstkontakt alle im Team");
        }
    }
}
