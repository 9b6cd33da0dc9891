package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

@WithBrowser
class NotificationE2E {

    private final ConsoleBrowser browser;

    NotificationE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void nothingCanBeChosenBeforeAnAddressIsConfirmedAndACodeIsAskedFor() throws Exception {
        try (Person ion = Person.signedIn(browser, Look.DESK, "ion");
                Person phone = Person.signedIn(browser, Look.PHONE, "leyla");
                Person dark = Person.signedIn(browser, Look.DESK_DARK, "leyla")) {
            ion.at("summary.ob-avatar").click();
            ion.at("text=Benachrichtigungen").click();
            assertThat(ion.at("h1")).hasText("Benachrichtigungen");
            ion.at("text=Einmal am Tag").click();
            ion.at("main button >> text=Speichern").click();
            assertThat(ion.at("main")).containsText("Zuerst eine Adresse eintragen und bestätigen.");
            ion.page().fill("#address", "ion.privat@client.example");
            ion.at("text=Code senden").click();
            ion.sees("Code gesendet.");
            ion.page().fill("#code", "1");
            ion.page().keyboard().press("Enter");
            assertThat(ion.at("#code-wrong")).containsText("Das ist nicht der Code");
            ConsoleBrowser.assertAccessible(ion.page());
            ConsoleBrowser.screenshot(ion.page(), "notifications-1440");
            for (Person other : new Person[] {phone, dark}) {
                other.page().navigate("/profile/notifications?lang=en");
                assertThat(other.at("h1")).hasText("Notifications");
                ConsoleBrowser.assertAccessible(other.page());
            }
            ConsoleBrowser.screenshot(phone.page(), "notifications-390");
            ConsoleBrowser.screenshot(dark.page(), "notifications-dark");
        }
    }
}
