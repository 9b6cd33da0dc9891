package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** Lists are changed while others choose from them. What a test adds has a name of its own, and is retired at its end. */
@WithBrowser
class CodeListE2E {

    private final ConsoleBrowser browser;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    CodeListE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void aTopicIsAddedAndChosenThenRetiredAndKept() {
        String key = "return-" + mark;
        String chip = "label:has(> input[value='" + key + "'])";
        try (Person leyla = Person.signedIn(browser, Look.DESK, "leyla");
                Person koko = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "koko")) {
            leyla.page().navigate("/code-lists");
            leyla.at("main a[href='/code-lists/topic']").click();
            add(leyla, "Rückkehr " + mark, "Return " + mark);
            leyla.sees("Die Liste ist gespeichert.");
            assertThat(leyla.at("#code-" + key)).containsText("Rückkehr " + mark);

            leyla.page().navigate("/calls/new");
            leyla.at(chip).click();
            leyla.page().fill("#note", "Rückkehr im Herbst " + mark);
            leyla.at("form[data-call] .kern-btn--primary").click();
            assertThat(leyla.at(".ob-msg--call")).containsText("Rückkehr " + mark);
            String ticket = leyla.page().url();
            leyla.at("#topics summary").click();
            leyla.at("#topics " + chip).click();
            leyla.at("form[action*='/description'] button").click();
            assertThat(leyla.at("#topics input[value='" + key + "']")).isChecked();

            koko.page().navigate("/code-lists/topic");
            koko.at("#code-" + key + " button[value=retire]").press("Enter");
            koko.sees("Der Eintrag steht nicht mehr zur Auswahl.");
            leyla.page().navigate("/calls/new");
            assertThat(leyla.at("input[name=topics][value=housing]")).hasCount(1);
            assertThat(leyla.at("input[value='" + key + "']")).hasCount(0);
            leyla.page().navigate(ticket);
            assertThat(leyla.at(".ob-msg--call")).containsText("Rückkehr " + mark);
            assertThat(leyla.at("#topics input[value='" + key + "']")).isChecked();

            koko.at("form[action='/code-lists/topic/versions']:has(.kern-btn--secondary) button")
                    .press("Enter");
            koko.sees("Die Liste ist wieder wie damals.");
            koko.at("#code-" + key + " a").press("Enter");
            koko.page().fill("#german", "Heimkehr " + mark);
            koko.at("form[action='/code-lists/topic'] button").press("Enter");
            koko.sees("Die Liste ist gespeichert.");
            assertThat(koko.at("main")).containsText("Umbenannt: Rückkehr " + mark);
            leyla.page().navigate(ticket);
            assertThat(leyla.at(".ob-msg--call")).containsText("Heimkehr " + mark);
            koko.at("#code-" + key + " button[value=retire]").press("Enter");
            assertEquals(List.of(), leyla.complaints());
        }
    }

    @Test
    void theSecondOfTwoWindowsStopsAndSeesWhatHasChanged() {
        try (Person leyla = Person.signedIn(browser, Look.DESK_DARK, "leyla");
                Person koko = Person.signedIn(browser, Look.PHONE, "koko")) {
            koko.page().navigate("/code-lists/service");
            leyla.page().navigate("/code-lists/service");
            add(leyla, "Begleitung A " + mark, "Company A " + mark);
            leyla.sees("Die Liste ist gespeichert.");
            add(koko, "Begleitung B " + mark, "Company B " + mark);
            assertThat(koko.at("#trouble")).containsText("Inzwischen hat jemand anders diese Liste geändert");
            assertThat(koko.at("#trouble")).containsText("Hinzugefügt: Begleitung A " + mark);
            assertThat(koko.at("#code-company-b-" + mark)).hasCount(0);
            assertThat(koko.at("#german")).hasValue("Begleitung B " + mark);
            assertFits(koko.page(), "code-list-changed-390");
            screenshot(koko.page(), "code-list-changed-390");
            koko.page().fill("#english", "company a " + mark);
            koko.at("form[action='/code-lists/service'] button").click();
            assertThat(koko.at("#english-wrong")).containsText("Diesen Eintrag gibt es in dieser Sprache schon");
            assertAccessible(koko.page());
            koko.page().fill("#english", "Company B " + mark);
            koko.at("form[action='/code-lists/service'] button").click();
            koko.sees("Die Liste ist gespeichert.");
            koko.at("#code-company-b-" + mark + " button[value=retire]").click();
            koko.sees("Der Eintrag steht nicht mehr zur Auswahl.");
            koko.at("#code-company-a-" + mark + " button[value=retire]").click();
            assertThat(koko.at("#code-company-a-" + mark)).hasCount(0);
            screenshot(koko.page(), "code-list-390");
        }
    }

    private static void add(Person person, String german, String english) {
        person.page().fill("#german", german);
        person.page().fill("#english", english);
        person.at("main form:has(#german) button").click();
    }
}
