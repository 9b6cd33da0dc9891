package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class WithoutScriptE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    WithoutScriptE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    @Test
    void everythingButCountersAutosaveAndTimerWorks() throws Exception {
        String subject = ClientMail.subject("Ohne Skript");
        client.send("sieben@client.example", subject, "Eine Frage.");
        // One with scripts waits for the mail, so that the one without need not reload.
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("new", subject);
        }
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Angefangen");
            anna.at("#composer noscript button").click();
            anna.sees("Entwurf gespeichert.");
            assertThat(anna.at("#reply-text")).hasValue("Angefangen");

            anna.at("[data-write=note]").click();
            anna.page().fill("#note-text", "Notiz ohne Skript");
            anna.at("form[data-composer=note] .kern-btn--primary").click();
            anna.sees("Notiz gespeichert.");

            anna.at("form[data-composer=reply] .kern-btn--primary").click();
            anna.sees("Antwort angenommen.");
            assertThat(anna.at(".ob-msg--out .ob-text")).hasText("Angefangen");

            anna.page().selectOption("#status", "closed");
            anna.at("text=\"Setzen\"").click();
            anna.sees("Vorgang abgeschlossen.");

            anna.page().navigate("/calls/new");
            anna.at("text=Falsch verbunden").click();
            anna.sees("Anruf gespeichert.");

            anna.at(".ob-lock").click();
            assertThat(anna.at("main")).containsText("Abgemeldet.");
        }
    }
}
