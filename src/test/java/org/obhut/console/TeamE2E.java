package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

@WithBrowser
class TeamE2E {

    private final ConsoleBrowser browser;

    TeamE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    private static Locator row(Person person, String name) {
        return person.at("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aLeadFoundsATeamLetsSomebodyInByTheirWordsAndTakesThemOutAgain() {
        try (Person ion = Person.signedIn(browser, Look.DESK, "ion");
                Person koko = Person.signedIn(browser, Look.DESK_DARK, "koko")) {
            koko.page().navigate("/teams");
            String words = String.join(" · ", koko.at(".ob-words li").allTextContents());
            ConsoleBrowser.assertAccessible(koko.page());

            ion.page().navigate("/teams");
            ConsoleBrowser.assertAccessible(ion.page());
            ion.page().fill("#name", "Telefonberatung");
            ion.at("main form button").click();
            ion.sees("Team gegründet.");
            ConsoleBrowser.assertAccessible(ion.page());
            ConsoleBrowser.screenshot(ion.page(), "team-1440");

            Locator pending = ion.at("form[aria-label=koko]");
            assertThat(pending).containsText(words);
            pending.locator("[name=compared]").check();
            pending.locator("button").click();
            ion.sees("Aufgenommen.");
            assertThat(row(ion, "koko")).containsText("bestätigt");
            koko.page().navigate("/teams");
            koko.at("main li a").click();
            assertThat(koko.at("h1")).hasText("Team Telefonberatung");
            ConsoleBrowser.screenshot(koko.page(), "team-dark");

            row(ion, "koko").locator("summary").click();
            row(ion, "koko").locator("details button").click();
            ion.sees("Das Team hat neue Schlüssel.");
            assertThat(row(ion, "koko")).hasCount(0);
        }
    }
}
