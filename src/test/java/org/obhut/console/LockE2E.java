package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** With a clock that the test moves in the page, since nobody waits a quarter of an hour. */
@WithBrowser
class LockE2E {

    private static final Pattern ALMOST_FULL = Pattern.compile("1[45]:\\d\\d");

    private final ConsoleBrowser browser;

    LockE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    /** Somebody with a ticket open that a call has made. */
    private Person reading(String words) {
        Person anna = Person.arriving(browser, Look.DESK);
        anna.page().clock().install();
        anna.page().navigate("/sign-in");
        anna.signIn("anna");
        assertThat(anna.at(".ob-top")).isVisible();
        anna.page().navigate("/calls/new");
        anna.page().fill("#note", words);
        anna.at("text=Anruf speichern").click();
        assertThat(anna.at("#ticket-title")).hasText(words);
        // The countdown's script runs after the page is there; a clock put forward before it would count for nothing.
        anna.page().waitForLoadState();
        return anna;
    }

    @Test
    void warnsAMinuteBeforeAndCanBeToldToGoOn() {
        try (Person anna = reading("Anruf " + UUID.randomUUID())) {
            anna.page().clock().fastForward("14:05");
            anna.page().clock().runFor(2_000);
            assertThat(anna.at("#lock")).isVisible();
            assertThat(anna.at("#lock-stay")).isFocused();
            anna.at("#lock-stay").click();
            assertThat(anna.at("#lock")).isHidden();
            assertThat(anna.at("#lock-clock")).hasText(ALMOST_FULL);
        }
    }

    @Test
    void replacesThePageBySignInAndEndsTheSession() {
        String words = "Anruf " + UUID.randomUUID();
        try (Person anna = reading(words)) {
            Page page = anna.page();
            String address = page.url();
            page.clock().fastForward("15:05");
            page.clock().runFor(2_000);
            assertThat(anna.at("main")).containsText("Zur Sicherheit abgemeldet");
            assertThat(anna.at("body")).not().containsText(words);

            page.goBack();
            assertThat(anna.at("h1")).hasText("Anmelden");
            page.waitForLoadState();
            page.navigate(address);
            assertThat(anna.at("h1")).hasText("Anmelden");
            anna.signIn("anna");
            assertThat(anna.at(".ob-top")).isVisible();
            // Going back leads to sign-in by itself and may overtake the address.
            page.navigate(address);
            assertThat(anna.at("#ticket-title")).hasText(words);
        }
    }

    @Test
    void signingOutInOneWindowEndsTheOthers() {
        String words = "Anruf " + UUID.randomUUID();
        try (Person anna = reading(words)) {
            Page other = anna.window();
            other.navigate(anna.page().url());
            other.locator(".ob-lock").click();
            assertThat(anna.at("h1")).hasText("Anmelden");
            assertThat(anna.at("body")).not().containsText(words);
        }
    }

    @Test
    void keepsWhatIsWrittenWhileThereIsNoConnection() {
        try (Person anna = reading("Anruf " + UUID.randomUUID())) {
            anna.page().fill("#note-text", "Noch eine Notiz");
            anna.page().context().setOffline(true);
            anna.at("form[data-composer=note] .kern-btn--primary").click();
            assertThat(anna.at("[data-callout]")).containsText("Keine Verbindung.");
            assertThat(anna.at("#note-text")).hasValue("Noch eine Notiz");

            anna.page().context().setOffline(false);
            anna.at("form[data-composer=note] .kern-btn--primary").click();
            anna.sees("Notiz gespeichert.");
        }
    }
}
