package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

@WithBrowser
class CallE2E {

    private final ConsoleBrowser browser;

    CallE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void aCallThatWasNoneIsOneClick() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/calls/new");
            assertThat(anna.at("#timer")).isVisible();
            anna.at("text=Aufgelegt").click();
            anna.sees("Anruf gespeichert.");
        }
    }

    @Test
    void wordsMakeATicketThatShowsThemInTheTimeline() {
        String first = "Wohnung " + UUID.randomUUID();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/calls/new");
            anna.at("label:has(> input[value=sex-worker])").click();
            anna.at("label:has(> input[value=housing])").click();
            anna.page().fill("#region", "duis");
            anna.page().fill("#note", first + "\nRückruf nach 18 Uhr");
            assertThat(anna.at("input[name=ticket][value=new]")).isChecked();
            anna.at("#call-words summary").click();
            anna.page().fill("#callback", "0151 000000");
            anna.page().fill("#followUp", "2020-01-01");
            anna.at("text=Anruf speichern").click();

            assertThat(anna.at("#trouble")).containsText("Wiedervorlage");
            assertThat(anna.at("#followUp-wrong")).containsText("Dieser Tag ist schon vorbei.");
            assertThat(anna.at("#note")).hasValue(first + "\nRückruf nach 18 Uhr");
            anna.page().fill("#followUp", "");
            anna.at("text=Anruf speichern").click();

            assertThat(anna.at("#ticket-title")).hasText(first);
            Locator call = anna.at(".ob-msg--call");
            assertThat(call).containsText("Rückruf nach 18 Uhr");
            assertThat(call.locator(".ob-tag"))
                    .containsText(new String[] {"Beratung", "Sexarbeiter:in", "Wohnen", "Duisburg", "bis 5 Min."});
            assertThat(anna.at("#details")).containsText("0151 000000");
            assertThat(anna.at("form[data-composer=reply]")).hasCount(0);
        }
    }

    /** Presses these keys one after the other, a word letter by letter. Returns how many. */
    private static int press(Person person, String... keys) {
        int presses = 0;
        for (String key : keys) {
            boolean named = key.length() == 1 || key.contains("+") || Character.isUpperCase(key.charAt(0));
            if (named) {
                person.page().keyboard().press(key);
                presses++;
            } else {
                for (char letter : key.toCharArray()) {
                    person.page().keyboard().press(String.valueOf(letter));
                    presses++;
                }
            }
        }
        return presses;
    }

    @Test
    void aCallIsLoggedByKeyboardAlone() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/calls/new");
            assertThat(anna.at("input[name=who]").first()).isFocused();
            int presses = press(anna, "s", "Tab", "w", "Space", "Tab", "r", "Tab", "duis", "Tab", "Tab", "Tab", "b");
            assertThat(anna.at("input[name=who][value=sex-worker]")).isChecked();
            assertThat(anna.at("input[name=topics][value=housing]")).isChecked();
            assertThat(anna.at("#language")).hasValue("ro");
            assertThat(anna.at("#region")).hasValue("Duisburg");
            assertThat(anna.at("input[name=duration][value=up-to-5]")).isChecked();
            assertThat(anna.at("input[name=outcome][value=counselled]")).isChecked();
            presses += press(anna, "Control+Enter");
            anna.sees("Anruf gespeichert.");
            System.out.println("a call is logged by " + presses + " key presses");
            assertThat(anna.at("input[name=who]").first()).isFocused();
            press(anna, "3");
            anna.sees("Anruf gespeichert.");
            anna.page().fill("#note", "");
            press(anna, "Tab", "Shift+Tab", "1", "2");
            assertThat(anna.at("#note")).hasValue("12");
        }
    }

    @Test
    void aCallThatIsUnderWayIsFoundAgainByWhoTookItAlone() {
        String words = "Wohnung " + UUID.randomUUID();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            anna.page().navigate("/calls/new");
            anna.at("label:has(> input[value=housing])").click();
            anna.page().fill("#note", words);
            // Every ten seconds.
            assertThat(anna.at("#call-kept")).containsText("Zwischengespeichert");
            anna.page().navigate("/start");
            Locator begun = anna.at("section[aria-labelledby=running] li").first();
            assertThat(begun).containsText("Begonnen");
            String address = begun.locator("a").getAttribute("href");
            anna.at(".ob-lock").click();
            anna.signIn("anna");
            anna.page().navigate(address);
            assertThat(anna.at("#note")).hasValue(words);
            assertThat(anna.at("input[value=housing]")).isChecked();

            bela.page().navigate(address);
            assertThat(bela.at("#note")).hasValue("");
            assertThat(bela.at("section[aria-labelledby=running]")).hasCount(0);

            anna.at("form[data-call] .kern-btn--primary").click();
            assertThat(anna.at("#ticket-title")).hasText(words);
            anna.page().navigate(address);
            assertThat(anna.at("#note")).hasValue("");
        }
    }

    @Test
    void aCallIsPutAsideAndThrownAwayWithoutScript() {
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "bela")) {
            anna.page().navigate("/calls/new");
            anna.page().fill("#region", "rhein");
            anna.page().fill("#note", "Beiseite");
            anna.at("form[data-call] .kern-btn--primary").click();
            assertThat(anna.at("#region-wrong")).containsText("mehrere Kreise");
            anna.at("button[formaction='/calls/drafts/later']").click();
            anna.sees("Der Anruf liegt verschlüsselt bereit.");
            anna.at("section[aria-labelledby=running] a").first().click();
            assertThat(anna.at("#note")).hasValue("Beiseite");
            anna.page().navigate("/calls/new");
            anna.at("section[aria-labelledby=running] button").first().click();
            anna.sees("Anruf verworfen.");
            assertThat(anna.at("section[aria-labelledby=running]")).hasCount(0);
        }
    }

    @Test
    void wordsAreNotTakenWhereOnlyTheCountIsKept() {
        try (Person anna = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "anna")) {
            anna.page().navigate("/calls/new");
            anna.page().fill("#note", "Doch etwas aufgeschrieben");
            anna.at("text=Anruf speichern").click();
            assertThat(anna.at("#note-wrong")).containsText("einen Vorgang wählen");
            assertThat(anna.at("#note")).hasValue("Doch etwas aufgeschrieben");
        }
    }

    @Test
    void aSavedCallIsTakenBackAndItsFormIsThereAgain() {
        String words = "Wohnung " + UUID.randomUUID();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            anna.page().navigate("/calls/new");
            anna.at("label:has(> input[value=housing])").click();
            anna.page().fill("#note", words);
            anna.at("form[data-call] .kern-btn--primary").click();
            assertThat(anna.at("#ticket-title")).hasText(words);
            String ticket = anna.page().url();
            bela.page().navigate(ticket);
            assertThat(bela.at("#ticket-title")).hasText(words);
            assertThat(bela.at(".ob-undo--call")).hasCount(0);

            anna.at(".ob-undo--call button").click();
            anna.sees("Anruf zurückgenommen");
            assertThat(anna.at("#note")).hasValue(words);
            assertThat(anna.at("input[value=housing]")).isChecked();
            anna.page().navigate(ticket);
            assertThat(anna.at("#ticket-title")).hasCount(0);

            anna.page().navigate("/calls/new");
            anna.page().fill("#note", words);
            anna.at("button[name=kind][value=prank]").click();
            anna.sees("Anruf gespeichert.");
            anna.at(".ob-undo--call button").first().focus();
            anna.page().keyboard().press("Enter");
            anna.sees("Anruf zurückgenommen");
            assertThat(anna.at("#note")).hasValue(words);
        }
    }

    @Test
    void aSavedCallIsTakenBackOnceWithoutScript() {
        try (Person leyla = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "leyla")) {
            leyla.page().navigate("/calls/new");
            leyla.at("label:has(> input[value=tax])").click();
            leyla.at("form[data-call] .kern-btn--primary").click();
            leyla.sees("Anruf gespeichert.");
            try (Page other = leyla.window()) {
                other.navigate("/calls/new");
                leyla.at(".ob-undo--call button").first().click();
                leyla.sees("Anruf zurückgenommen");
                assertThat(leyla.at("input[value=tax]")).isChecked();
                other.locator(".ob-undo--call button").first().click();
                assertThat(other.locator("#notice")).containsText("schon zurückgenommen");
            }
        }
    }

    @Test
    void whoCallsAgainIsFoundByTheSpokenWords() {
        String words = "Wohnung " + UUID.randomUUID();
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna");
                Person bela = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "bela");
                Person ion = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "ion")) {
            anna.page().navigate("/calls/new");
            anna.page().fill("#note", words);
            anna.at("form[data-call] .kern-btn--primary").click();
            List<String> spoken =
                    List.of(anna.at("#spoken").textContent().strip().split("\\s+"));
            assertEquals(4, spoken.size());

            String heard = String.join(
                    ", ", spoken.get(2), spoken.get(0).toUpperCase(Locale.ROOT), spoken.get(3), spoken.get(1));
            says(bela, heard);
            assertThat(bela.at("#ticket-title")).hasText(words);
            says(bela, "hallo, hier bin ich");
            bela.sees("nicht vier Worte eines Codes");
            says(ion, heard);
            ion.sees("Kein Vorgang mit diesem Codewort");

            anna.page().navigate("/calls/new");
            says(anna, heard);
            assertThat(anna.at("#ticket-title")).hasText(words);
        }
    }

    private static void says(Person person, String heard) {
        person.page().navigate("/calls/new");
        person.page().fill("#code", heard);
        person.at(".ob-callfind button").click();
    }
}
