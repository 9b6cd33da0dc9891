package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Locator;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** What people change for themselves. */
@WithBrowser
class ProfileE2E {

    private final ConsoleBrowser browser;

    ProfileE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    private Access newcomer(Person person) {
        String name = "gerda-" + UUID.randomUUID().toString().substring(0, 8);
        try (Person admin = Person.signedIn(browser, Look.DESK, "admin")) {
            person.page().navigate(Access.invited(admin, name, "Gerda", Set.of()));
        }
        return Access.by(person, name);
    }

    private static Locator form(Person person, String action) {
        return person.at("form[action='/profile" + action + "']");
    }

    @Test
    void nameLanguagePassphraseAndCodesAreChangedByTheirPerson() {
        try (Person gerda = Person.arriving(browser, Look.DESK)) {
            Access access = newcomer(gerda);
            access.signIn(gerda);
            assertThat(gerda.at("#teamless + p")).containsText("vergleicht");
            gerda.page().navigate("/profile");
            assertAccessible(gerda.page());
            screenshot(gerda.page(), "profile-1440");

            gerda.page().fill("#displayName", "Gerda Neu");
            gerda.page().selectOption("#language", "en");
            gerda.page().press("#displayName", "Enter");
            gerda.sees("Saved.");
            assertThat(gerda.at("#displayName")).hasValue("Gerda Neu");

            Locator change = form(gerda, "/passphrase");
            change.locator("[name=old]").fill("wrong wrong wrong");
            change.locator("[name=passphrase]").fill("bagger flunder kessel 7");
            change.locator("[name=repeat]").fill("bagger flunder kessel 7");
            change.locator("[name=repeat]").press("Enter");
            assertThat(gerda.at("#old-passphrase-wrong")).hasText("The passphrase is wrong.");
            assertAccessible(gerda.page());
            change.locator("[name=old]").fill(access.passphrase());
            change.locator("[name=passphrase]").fill("bagger flunder kessel 7");
            change.locator("[name=repeat]").fill("bagger flunder kessel 8");
            change.locator("[name=repeat]").press("Enter");
            assertThat(gerda.at("#repeat-wrong")).hasText("The two passphrases differ.");
            change.locator("[name=old]").fill(access.passphrase());
            change.locator("[name=passphrase]").fill("bagger flunder kessel 7");
            change.locator("[name=repeat]").fill("bagger flunder kessel 7");
            change.locator("[name=repeat]").press("Enter");
            gerda.sees("Passphrase changed.");

            gerda.at("summary:has-text('Issue new codes')").click();
            form(gerda, "/codes").locator("[name=old]").fill("bagger flunder kessel 7");
            form(gerda, "/codes").locator("[name=old]").press("Enter");
            assertThat(gerda.at(".ob-codes code")).hasCount(10);
            String code = gerda.at(".ob-codes code").first().textContent();

            gerda.at(".ob-lock").click();
            gerda.page().navigate("/sign-in?lang=de");
            gerda.signIn(
                    access.name(), "bagger flunder kessel 7", access.codes().get(0));
            assertThat(gerda.at("#refused")).isVisible();
            gerda.signIn(access.name(), "bagger flunder kessel 7", code);
            assertThat(gerda.at("h1")).hasText("Welcome");
        }
    }

    @Test
    void sessionsAreSeenAndEndedByTheirPerson() {
        try (Person gerda = Person.arriving(browser, Look.PHONE);
                Person elsewhere = Person.arriving(browser, Look.DESK_DARK);
                Person third = Person.arriving(browser, Look.DESK)) {
            Access access = newcomer(gerda);
            access.signIn(gerda);
            for (int i = 0; i < 2; i++) {
                Person other = i == 0 ? elsewhere : third;
                other.page().navigate("/sign-in");
                other.signIn(access.name(), access.passphrase(), access.codes().get(i));
                assertThat(other.at(".ob-top")).isVisible();
            }
            elsewhere.page().navigate("/profile");
            screenshot(elsewhere.page(), "profile-dark");
            gerda.page().navigate("/profile");
            assertAccessible(gerda.page());
            screenshot(gerda.page(), "profile-390");
            assertFits(gerda.page(), "profile-390");
            assertThat(gerda.at("section[aria-labelledby=sessions] tbody tr")).hasCount(3);
            assertThat(gerda.at("section[aria-labelledby=sessions] tbody strong"))
                    .hasText("diese");

            gerda.at("section[aria-labelledby=sessions] tbody button").first().click();
            gerda.sees("Sitzung beendet.");
            third.page().navigate("/profile");
            assertThat(third.at("h1")).hasText("Anmelden");
            gerda.at("form[action$=end-others] button").click();
            gerda.sees("Alle anderen Sitzungen sind beendet.");
            elsewhere.page().navigate("/profile");
            assertThat(elsewhere.at("h1")).hasText("Anmelden");
            assertThat(gerda.at("section[aria-labelledby=sessions] tbody tr")).hasCount(1);
        }
    }

    @Test
    void aNewDeviceTakesThePlaceOfTheOldOne() {
        try (Person gerda = Person.arriving(browser, Look.WITHOUT_JAVASCRIPT)) {
            Access access = newcomer(gerda);
            access.signIn(gerda);
            gerda.page().navigate("/profile");
            gerda.at("summary:has-text('Neues Gerät verbinden')").click();
            var app = new org.obhut.testing.AuthenticatorApp(
                    gerda.at(".ob-secret").textContent());
            form(gerda, "/device").locator("[name=code]").fill("000000");
            form(gerda, "/device").locator("[name=old]").fill(access.passphrase());
            form(gerda, "/device").locator("[name=old]").press("Enter");
            assertThat(gerda.at("#code-wrong")).containsText("Der Code passt nicht.");
            form(gerda, "/device").locator("[name=code]").fill(app.code());
            form(gerda, "/device").locator("[name=old]").fill(access.passphrase());
            form(gerda, "/device").locator("[name=old]").press("Enter");
            assertThat(gerda.at(".ob-codes code")).hasCount(10);
            gerda.page().navigate("/profile");
            gerda.at(".ob-lock").click();
            gerda.signIn(access.name(), access.passphrase(), access.app().code());
            assertThat(gerda.at("#refused")).isVisible();
            gerda.signIn(access.name(), access.passphrase(), app.code());
            assertThat(gerda.at(".ob-top")).isVisible();
        }
    }
}
