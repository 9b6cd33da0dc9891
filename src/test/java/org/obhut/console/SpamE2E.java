package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** Into the spam and out of it: by button and by key, with a way back at once, and without scripts. */
@WithBrowser
class SpamE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    SpamE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private String advertisement() throws Exception {
        String subject = ClientMail.subject("Werbung");
        client.send("werbung@client.example", subject, "Jetzt kaufen.");
        return subject;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void whatWasMovedIsTakenBackAtOnce(int width) throws Exception {
        String subject = advertisement();
        try (Person anna = Person.signedIn(browser, new Look(width, width == 1440, "de-DE", true), "anna")) {
            anna.open("new", subject);
            anna.at(".ob-ticket__acts button").getByText("Spam").click();
            anna.sees("Als Spam abgelegt");
            String day = anna.at("#details section strong").last().textContent();
            anna.sees("Er wird am " + day + " gelöscht");
            assertAccessible(anna.page());
            screenshot(anna.page(), "spam-moved-" + width);
            anna.at(".ob-undo button").getByText("Rückgängig").click();
            anna.sees("Kein Spam: Der Vorgang liegt wieder bei den anderen.");
            anna.page().navigate("/desk/new");
            assertThat(anna.at(".ob-item__subject").getByText(subject)).hasCount(1);
        }
    }

    @Test
    void aKeyMovesBothWaysOnceKeysAreChosen() throws Exception {
        String subject = advertisement();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.page().keyboard().press("s");
            assertThat(anna.at("#notice")).hasCount(0);

            anna.at(".ob-menu summary").click();
            anna.at("[data-keys-open]").click();
            assertThat(anna.at("#keys")).containsText("Spam oder kein Spam");
            anna.at("#keys-on").check();
            anna.page().keyboard().press("Escape");

            anna.page().fill("#reply-text", "");
            anna.page().keyboard().type("spam");
            assertThat(anna.at("#reply-text")).hasValue("spam");
            anna.page().fill("#reply-text", "");
            anna.at("#ticket-title").focus();
            press(anna, "s");
            anna.sees("Als Spam abgelegt");
            press(anna, "z");
            anna.sees("Kein Spam: Der Vorgang liegt wieder");
            press(anna, "s");
            anna.sees("Als Spam abgelegt");
            press(anna, "?");
            assertThat(anna.at("#keys")).isVisible();
            anna.page().keyboard().press("Escape");

            anna.open("spam", subject);
            assertThat(anna.at(".ob-list__about")).containsText("nach der Frist seines Postfachs gelöscht");
            press(anna, "s");
            anna.sees("Kein Spam: Der Vorgang liegt wieder");
            assertEquals(List.of(), anna.complaints());

            // Last, since looking leaves styles behind, which the policy then refuses to copy.
            press(anna, "?");
            assertAccessible(anna.page());
            screenshot(anna.page(), "keys");
        }
    }

    /** The title has the focus once a new pane is ready for use. */
    private static void press(Person person, String key) {
        assertThat(person.at("#ticket-title")).isFocused();
        person.page().keyboard().press(key);
    }

    @Test
    void keysOpenWriteAndGoThroughTheList() throws Exception {
        String first = advertisement();
        String second = advertisement();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().evaluate("document.cookie = 'obhut-keys=on; Path=/; SameSite=Strict'");
            anna.open("new", first);
            assertThat(anna.at("#ticket-title")).isFocused();
            anna.page().keyboard().press("n");
            assertThat(anna.at("#note-text")).isFocused();
            anna.at("#ticket-title").focus();
            anna.page().keyboard().press("r");
            assertThat(anna.at("#reply-text")).isFocused();
            assertThat(anna.at("#reply-text")).hasValue("");
            anna.at("#ticket-title").focus();
            String here = anna.at("#ticket-title").textContent();
            boolean later = anna.at(".ob-item__subject").allTextContents().stream()
                    .filter(each -> each.contains(first) || each.contains(second))
                    .findFirst()
                    .orElseThrow()
                    .contains(first);
            anna.page().keyboard().press(later ? "j" : "k");
            assertThat(anna.at("#ticket-title")).not().hasText(here);
        }
    }

    @Test
    void worksWithoutScripts() throws Exception {
        String subject = advertisement();
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla")) {
            leyla.open("new", subject);
        }
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.open("new", subject);
            anna.at(".ob-ticket__acts button").getByText("Spam").click();
            anna.sees("Als Spam abgelegt");
            anna.open("spam", subject);
            anna.at(".ob-ticket__acts button").getByText("Kein Spam").click();
            anna.sees("Kein Spam: Der Vorgang liegt wieder");
            anna.at(".ob-undo button").click();
            anna.sees("Als Spam abgelegt");
            anna.at(".ob-undo button").click();
            anna.sees("Kein Spam: Der Vorgang liegt wieder");
            anna.open("new", subject);
        }
    }
}
