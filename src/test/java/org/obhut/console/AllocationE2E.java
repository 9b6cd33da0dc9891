package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A lead sets the rule, a mail comes, whoever speaks its language is proposed, and their browser says that something waits. */
@WithBrowser
class AllocationE2E {

    private static final String ROMANIAN =
            "Bună ziua, am nevoie de ajutor. Proprietarul vrea să plec din locuință și nu știu ce pot să fac."
                    + " Vă rog să îmi scrieți când aveți timp. Mulțumesc frumos și o zi bună.";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    AllocationE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String romanian() throws Exception {
        String subject = ClientMail.subject("Chirie");
        client.send("ioana@client.example", subject, ROMANIAN);
        return subject;
    }

    private static void rule(Person lead, String mode) {
        lead.at("input[name=allocation][value=" + mode + "]").check();
        lead.at("form[action$='/work'] button[type=submit]").click();
        lead.sees("Gespeichert.");
    }

    @Test
    void aMailIsProposedToWhoeverSpeaksItsLanguageAndThenSealedToThemAlone() throws Exception {
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla");
                Person bela = Person.signedIn(browser, Look.DESK, "bela");
                Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            leyla.page().navigate("/teams");
            leyla.at("main li a").first().click();
            leyla.at("main a[href$='/work']").click();
            leyla.page().fill("#hours", "immer");
            leyla.at("form[action$='/work'] button[type=submit]").click();
            assertThat(leyla.at("#hours")).hasAttribute("aria-invalid", "true");
            leyla.page().fill("#hours", "Mo-Fr 09:00-17:00");
            leyla.at("li:has(form[aria-label=bela]) summary").first().click();
            leyla.at("form[aria-label=bela] input[name=language][value=ro]").check();
            leyla.at("form[aria-label=bela] button[type=submit]").click();
            leyla.sees("Gespeichert.");
            try {
                rule(leyla, "proposal");
                noticesOf(bela);
                String proposed = romanian();
                anna.open("new", proposed);
                assertThat(anna.at("#proposal")).containsText("Vorschlag: bela");
                assertThat(anna.at("#proposal")).containsText("Rumänisch");
                assertThat(anna.at("#ticket-head .ob-due")).hasClass(Pattern.compile("ob-due--ok"));
                bela.page().waitForFunction("document.title.startsWith('● ')");
                bela.page().waitForFunction("window.shown.length === 1");
                assertEquals("In Obhut wartet etwas.", bela.page().evaluate("window.shown[0]"));
                bela.open("new", proposed);
                bela.at("#proposal button").first().click();
                assertThat(bela.at("#allotted")).containsText("Rumänisch");
                assertEquals(List.of(), bela.complaints());

                rule(leyla, "automatic");
                String automatic = romanian();
                bela.open("mine", automatic);
                assertThat(bela.at("#allotted")).containsText("Zugewiesen an bela");
                anna.page().navigate("/desk/team");
                assertThat(anna.at(".ob-item__subject").getByText(automatic)).hasCount(0);
                ConsoleBrowser.assertAccessible(bela.page());
                ConsoleBrowser.screenshot(bela.page(), "allotted-1440");
            } finally {
                rule(leyla, "off");
            }
        }
    }

    /** Turns notices on, at any hour, for a window that nobody looks at; it keeps what would be shown. */
    private static void noticesOf(Person person) {
        Page page = person.page();
        page.context().grantPermissions(List.of("notifications"));
        // A headless browser shows no notices and hides no windows.
        page.addInitScript("""
                window.shown = [];
                window.Notification = class {
                  constructor(words) { window.shown.push(words); }
                  addEventListener() {}
                  close() {}
                  static permission = 'granted';
                  static async requestPermission() { return 'granted'; }
                };
                Object.defineProperty(document, 'hidden', { get: () => location.pathname.startsWith('/desk') });
                """);
        page.navigate("/profile/notifications");
        page.selectOption("#from", new SelectOption().setValue("3"));
        page.selectOption("#to", new SelectOption().setValue("3"));
        person.at("form[action='/profile/notifications'] button[type=submit]").click();
        assertThat(person.at("#notices")).hasText("In diesem Browser einschalten");
        person.at("#notices").click();
        assertThat(person.at("#notices-state")).hasText("In diesem Browser eingeschaltet.");
        page.navigate("/desk/mine");
    }
}
