package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A morning's lists: orders, filters, views of one's own, pages, and several tickets at once. */
@WithBrowser
class ListsE2E {

    private static final int MAILS = 103;

    private final ConsoleBrowser browser;
    private final ClientMail client;

    ListsE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private static Locator item(Person person, String subject) {
        return person.at(".ob-item")
                .filter(new Locator.FilterOptions()
                        .setHas(person.at(".ob-item__subject")
                                .filter(new Locator.FilterOptions().setHasText(subject))));
    }

    private void send(String to, String from, String subject) throws Exception {
        client.sendRawTo(
                InternetAddress.parse(to),
                "From: " + from,
                "To: " + to,
                "Subject: " + subject,
                "",
                "Guten Tag, ich habe eine Frage.");
    }

    @Test
    void threePagesGoOnAndBackAndOneOfManyThatCannotBeClosedIsNamed() throws Exception {
        String mark = ClientMail.subject("Seite");
        for (int i = 0; i < MAILS; i++) {
            send("consiliere@obhut.example", "seite" + i + "@client.example", mark + " " + i);
        }
        try (Person ion = Person.signedIn(browser, Look.DESK, "ion")) {
            ion.page().navigate("/desk/new");
            assertThat(item(ion, mark + " " + (MAILS - 1))).isVisible();
            String first = ion.at(".ob-item__subject").first().textContent();
            ion.at("[rel=next]").click();
            assertThat(ion.page()).hasURL(Pattern.compile("after="));
            assertThat(ion.at("[rel=prev]")).isVisible();
            String second = ion.at(".ob-item__subject").first().textContent();
            send("consiliere@obhut.example", "neu@client.example", mark + " zuletzt");
            ion.at("[rel=next]").click();
            assertThat(ion.at("[rel=next]")).hasCount(0);
            ion.at("[rel=prev]").click();
            assertThat(ion.at(".ob-item__subject").first()).hasText(second);
            assertFalse(first.equals(second));

            ion.page().navigate("/desk/new?sort=waiting");
            assertThat(ion.at(".ob-sort select")).hasValue("waiting");
            ion.page().navigate("/desk/new");
            assertThat(ion.at(".ob-sort select")).hasValue("waiting");

            // Another window changes one of those that are ticked here.
            ion.at(".ob-item__check").first().check();
            ion.at("[data-bulk-all]").check();
            assertThat(ion.at("[data-bulk-count]")).hasText("50 gewählt");
            Page other = ion.window();
            other.navigate(ion.at(".ob-item__subject").first().getAttribute("href"));
            ion.page().evaluate("document.getElementById('desk').dataset.live = ''");
            other.locator("[data-write=note]").click();
            other.fill("#note-text", "Kam dazwischen");
            other.locator("form[data-composer=note] .kern-btn--primary").click();
            assertThat(other.locator("#notice")).containsText("Notiz gespeichert.");
            other.close();
            ion.at("#bulk [value=closed]").click();
            assertThat(ion.at("#notice")).containsText("49 Vorgänge abgeschlossen.");
            assertThat(ion.at("#notice li")).hasCount(1);
            assertThat(ion.at("#notice li")).containsText("inzwischen geändert");
            assertEquals(List.of(), ion.complaints());
            assertAccessible(ion.page());
            screenshot(ion.page(), "desk-bulk");

            ion.at("#notice [value=undo]").click();
            assertThat(ion.at("#notice")).containsText("49 Vorgänge zurückgesetzt.");

            // So that other tests find their own mails on a first page.
            for (int i = 0; i < 3; i++) {
                ion.page().navigate("/desk/new?sort=waiting");
                ion.at(".ob-item__check").first().check();
                ion.at("[data-bulk-all]").check();
                ion.at("#bulk [value=spam]").click();
                assertThat(ion.at("#notice")).containsText("in den Spam verschoben.");
            }
            ion.page().navigate("/desk/new?sort=activity");
        }
    }

    @Test
    void aViewOfOnesOwnIsSavedRenamedUsedAndRemovedAndItsNameIsInNoAddress() throws Exception {
        String subject = ClientMail.subject("Ansicht");
        client.send("ansicht@client.example", subject, "Guten Tag, ich habe eine Frage zur Anmeldung.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/desk/team");
            assertThat(item(anna, subject)).isVisible();
            anna.at("#filter summary").click();
            anna.page().selectOption("#filter [name=assignee]", "-");
            anna.page().selectOption("#filter [name=channel]", "mail");
            anna.at(".ob-narrow__fields button").click();
            assertThat(anna.page()).hasURL(Pattern.compile("assignee=-"));
            assertThat(item(anna, subject)).isVisible();
            anna.page().fill("#filter [name=name]", "Wegen Frau Rosa");
            anna.at(".ob-narrow__save button").click();
            assertThat(anna.at("#list-title")).containsText("Wegen Frau Rosa");
            assertFalse(anna.page().url().contains("Rosa"), anna.page().url());
            assertFalse(anna.page().title().contains("Rosa"), anna.page().title());

            anna.page().navigate("/desk/mine");
            anna.at(".ob-folder")
                    .filter(new Locator.FilterOptions().setHasText("Wegen Frau Rosa"))
                    .click();
            assertThat(item(anna, subject)).isVisible();
            anna.at("#filter summary").click();
            anna.page().fill("#filter [name=name]", "Morgens");
            anna.at(".ob-narrow__save button").click();
            assertThat(anna.at("#list-title")).containsText("Morgens");
            anna.at("#filter summary").click();
            anna.at("#filter form[action$=remove] button").click();
            assertThat(anna.at("#notice")).containsText("Ansicht entfernt.");
            assertThat(anna.at(".ob-folder__own")).hasCount(0);
            assertEquals(List.of(), anna.complaints());
        }
    }

    @Test
    void keysWalkTheListTickRowsAndLeadToFolders() throws Exception {
        String subject = ClientMail.subject("Tasten");
        client.send("tasten@client.example", subject, "Guten Tag.");
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.page().navigate("/desk/new");
            assertThat(item(bela, subject)).isVisible();
            bela.page().evaluate("document.cookie = 'obhut-keys=on; path=/'");
            bela.page().keyboard().press("j");
            assertThat(bela.at(".ob-item__subject").first()).isFocused();
            bela.page().keyboard().press("x");
            assertThat(bela.at("#bulk")).isVisible();
            assertTrue(bela.at(".ob-item__check").first().isChecked());
            bela.page().keyboard().press("x");
            assertThat(bela.at("#bulk")).isHidden();
            bela.page().keyboard().press("Enter");
            assertThat(bela.at("#ticket-title")).isVisible();
            bela.page().keyboard().press("g");
            bela.page().keyboard().press("w");
            assertThat(bela.page()).hasURL(Pattern.compile("/desk/waiting"));
            assertEquals(List.of(), bela.complaints());
        }
    }

    @Test
    void allOfItWorksOnAPhoneAndWithoutScripts() throws Exception {
        String subject = ClientMail.subject("Schmal");
        client.send("schmal@client.example", subject, "Guten Tag.");
        try (Person bela = Person.signedIn(browser, Look.PHONE, "bela")) {
            bela.page().navigate("/desk/new");
            assertThat(item(bela, subject)).isVisible();
            item(bela, subject).locator(".ob-item__check").check();
            assertThat(bela.at("#bulk")).isVisible();
            assertEquals(List.of(), bela.complaints());
            assertAccessible(bela.page());
            screenshot(bela.page(), "phone-bulk");
        }
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.page().navigate("/desk/new");
            anna.page().selectOption(".ob-sort select", "due");
            anna.at(".ob-sort button").click();
            assertThat(anna.page()).hasURL(Pattern.compile("sort=due"));
            anna.page().selectOption(".ob-sort select", "activity");
            anna.at(".ob-sort button").click();
            item(anna, subject).locator(".ob-item__check").check();
            anna.at("#bulk [value=take]").click();
            assertThat(anna.at("#notice")).containsText("1 Vorgang übernommen.");
            assertThat(item(anna, subject)).hasCount(0);
        }
    }
}
