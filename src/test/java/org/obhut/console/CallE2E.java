package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
            anna.page().selectOption("#region", "duisburg");
            anna.page().fill("#note", first + "\nRückruf nach 18 Uhr");
            assertThat(anna.at("input[name=ticket][value=new]")).isChecked();
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
}
