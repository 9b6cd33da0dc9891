package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

@WithBrowser
class DeskE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    DeskE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private static String subject() {
        return ClientMail.subject("Frage");
    }

    private static Locator item(Person person, String subject) {
        return person.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(subject));
    }

    @Test
    void newMailMovesCounterAndListWithoutAReloadAndLeavesWhatIsBeingWritten() throws Exception {
        String first = subject();
        String second = subject();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            client.send("eins@client.example", first, "Guten Tag, ich habe eine Frage.");
            anna.open("new", first);
            anna.page().fill("#reply-text", "Angefangener Text");
            int before = Integer.parseInt(anna.at("[data-count=new]").textContent());

            client.send("zwei@client.example", second, "Noch eine Frage.");

            assertThat(item(anna, second)).isVisible();
            assertThat(anna.at("[data-count=new]")).hasText(Integer.toString(before + 1));
            assertThat(anna.at("#announce")).hasText("Neue Nachricht eingegangen");
            assertThat(anna.at("#reply-text")).hasValue("Angefangener Text");
            assertThat(anna.at("#reply-text")).isFocused();
            assertEquals(List.of(), anna.complaints());
        }
    }

    @Test
    void aTicketIsReadAnsweredNotedAssignedClosedAndReopened() throws Exception {
        String subject = subject();
        client.send("drei@client.example", subject, "Guten Tag,\n\nreicht mein Reisepass?");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            assertThat(anna.at(".ob-msg--in .ob-text")).containsText("reicht mein Reisepass?");
            assertThat(anna.at("#ticket-title")).isFocused();

            anna.at(".ob-file summary").click();
            assertThat(anna.at(".ob-file p").first()).containsText("Webseite");
            Download file =
                    anna.page().waitForDownload(() -> anna.at(".ob-file a").click());
            assertEquals("Brief.html", file.suggestedFilename());
            assertTrue(Files.readString(file.path()).contains("alert(1)"));

            anna.at("text=Übernehmen").click();
            anna.sees("Zuständigkeit gespeichert.");
            assertThat(anna.at(".ob-event").last()).containsText("anna hat den Vorgang übernommen");

            anna.page().fill("#reply-text", "Ja, er reicht.");
            Locator send = anna.at("form[data-composer=reply] .kern-btn--primary");
            assertThat(send).hasText("Senden an drei@client.example");
            send.click();
            anna.sees("Antwort angenommen.");
            assertThat(anna.at(".ob-msg--out .ob-text")).hasText("Ja, er reicht.");
            assertThat(anna.at(".ob-msg--out .ob-msg__foot")).containsText("Gesendet");
            assertThat(anna.at("#status")).hasValue("waiting");

            anna.at("[data-write=note]").click();
            anna.page().fill("#note-text", "Nur für uns.");
            anna.page().keyboard().press("Control+Enter");
            anna.sees("Notiz gespeichert.");
            assertThat(anna.at(".ob-msg--note").last()).containsText("Nur für uns.");

            anna.page().selectOption("#assignee", "bela");
            anna.at("text=Zuweisen").click();
            anna.sees("Vorgang übergeben.");
            assertThat(item(anna, subject)).hasCount(0);
            assertEquals(List.of(), anna.complaints());
        }
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("mine", subject);
            bela.at(".ob-ticket__acts >> text=Abschließen").click();
            bela.at("button[name=then][value=closed]").click();
            bela.sees("Vorgang abgeschlossen.");
            bela.at(".ob-ticket__acts >> text=Wieder öffnen").click();
            bela.sees("Vorgang ist in Bearbeitung.");
        }
    }

    @Test
    void aTicketThatWasHandedOnSaysSoInOtherWindows() throws Exception {
        String subject = subject();
        client.send("zehn@client.example", subject, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            anna.open("new", subject);
            leyla.open("new", subject);
            leyla.page().selectOption("#assignee", "bela");
            leyla.at("text=Zuweisen").click();
            leyla.sees("Zuständigkeit gespeichert.");
            assertThat(anna.at("#changed")).containsText("er ist jetzt bei jemand anderem");
        }
    }

    @Test
    void aReplyToATicketThatChangedIsStoppedAndKeepsItsText() throws Exception {
        String subject = subject();
        client.send("vier@client.example", subject, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Meine Antwort");
            Page other = anna.window();
            other.navigate(anna.page().url());
            other.locator("[data-write=note]").click();
            other.fill("#note-text", "Kam dazwischen");
            other.locator("form[data-composer=note] .kern-btn--primary").click();
            assertThat(other.locator("#notice")).containsText("Notiz gespeichert.");

            assertThat(anna.at("#changed")).containsText("Hier ist inzwischen etwas hinzugekommen.");
            anna.at("form[data-composer=reply] .kern-btn--primary").click();

            assertThat(anna.at("#trouble")).containsText("Noch nicht gesendet.");
            assertThat(anna.at("#trouble")).isFocused();
            assertThat(anna.at(".ob-msg--fresh")).containsText("Kam dazwischen");
            assertThat(anna.at("#reply-text")).hasValue("Meine Antwort");
            anna.at("form[data-composer=reply] .kern-btn--primary").click();
            anna.sees("Antwort angenommen.");
        }
    }

    @Test
    void aDraftSurvivesLeavingAndIsNotBroughtBackByItsReply() throws Exception {
        String subject = subject();
        client.send("fuenf@client.example", subject, "Eine Frage.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().fill("#reply-text", "Fange ich an");
            anna.at("#f-team").click();
            assertThat(anna.at("#list-title")).containsText("Team");
            anna.open("drafts", subject);
            assertThat(anna.at("#reply-text")).hasValue("Fange ich an");

            anna.at("form[data-composer=reply] .kern-btn--primary").click();
            anna.sees("Antwort angenommen.");
            anna.page().reload();
            assertThat(anna.at("#reply-text")).hasValue("");
        }
    }

    @Test
    void otherTeamsAndRolesSeeNothingOfIt() throws Exception {
        String subject = subject();
        client.send("sechs@client.example", subject, "Eine Frage.");
        String address;
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            address = anna.page().url();
        }
        for (String name : List.of("ion", "admin", "stat")) {
            try (Person other = Person.signedIn(browser, Look.DESK, name)) {
                other.page().navigate("/desk/team");
                assertThat(item(other, subject)).hasCount(0);
                other.page().navigate(address);
                assertThat(other.at("h1")).hasText("Hier gibt es nichts");
                assertThat(other.at("body")).not().containsText(subject);
            }
        }
    }
}
