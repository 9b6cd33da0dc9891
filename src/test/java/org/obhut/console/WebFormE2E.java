package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** What a counsellor sees of a client who wrote by the portal's form. */
@WithBrowser
class WebFormE2E {

    private static final String FORM = "formular@portal.example";

    private final ConsoleBrowser browser;
    private final ClientMail client;

    WebFormE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void withoutAnAddressTheComposerSaysWhatCanBeDone(Look look) throws Exception {
        String subject = ClientMail.subject("Kontakt");
        client.send(FORM, subject, "Name: Mira\nTelefon: 0201 5550123\nNachricht: Bitte rufen Sie mich an.");
        try (Person anna = Person.signedIn(browser, look, "anna")) {
            anna.open("new", subject);
            assertThat(anna.at("form[data-composer=reply]")).hasCount(0);
            assertThat(anna.at("#nobody")).containsText("Im Formular steht keine E-Mail-Adresse.");
            assertThat(anna.at("#nobody")).containsText("0201 5550123");
            assertThat(anna.at("#nobody")).isVisible();
            assertThat(anna.at(".ob-msg--in")).containsText("Mira");
            assertThat(anna.at(".ob-msg--in")).containsText("über ein Web-Formular");
            assertThat(anna.at(".ob-msg__form")).containsText("0201 5550123");
            assertThat(anna.at(".ob-msg__form")).not().containsText("Bitte rufen Sie mich an.");
            assertThat(anna.at(".ob-msg--in .ob-text").first()).hasText("Bitte rufen Sie mich an.");
            assertThat(anna.at("#details")).containsText("0201 5550123");
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "form-without-address-" + name(look));
            anna.page().fill("#note-text", "Ruft morgen zurück.");
            anna.page().keyboard().press("Control+Enter");
            anna.sees("Notiz gespeichert.");
            anna.at("#nobody a").first().click();
            anna.page().waitForURL("**/calls/new?ticket=*");
        }
    }

    @Test
    void withAnAddressThatIsEnteredItCanBeAnswered() throws Exception {
        String subject = ClientMail.subject("Kontakt");
        client.send(FORM, subject, "Name: Mira\nNachricht: Bitte melden Sie sich.");
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.open("new", subject);
            anna.at("#nobody a[href='#client-address']").click();
            anna.page().fill("#client-address", "spaeter@client.example");
            anna.at("form[action*=client-address] button").click();
            anna.sees("Adresse gespeichert.");
            assertThat(anna.at(".ob-event").last()).containsText("anna hat eine Adresse eingetragen");
            assertThat(anna.at("#unconfirmed")).hasCount(0);
            anna.page().fill("#reply-text", "Guten Tag, gern.");
            anna.at("form[data-composer=reply] .kern-btn--primary").click();
            anna.sees("Antwort angenommen.");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void anAddressThatWasOnlyTypedIsShownAsSuch(Look look) throws Exception {
        String subject = ClientMail.subject("Kontakt");
        client.send(FORM, subject, "Name: Mira\nE-Mail: mira@client.example\nNachricht: Hallo, ich habe eine Frage.");
        try (Person anna = Person.signedIn(browser, look, "anna")) {
            anna.open("new", subject);
            assertThat(anna.at("#unconfirmed")).isVisible();
            assertThat(anna.at("#details")).containsText("im Formular angegeben, nicht bestätigt");
            assertThat(anna.at("form[data-composer=reply] .kern-btn--primary"))
                    .hasText("Senden an mira@client.example");
            anna.at(".ob-quote summary").click();
            assertThat(anna.at(".ob-quote blockquote")).containsText("E-Mail: mira@client.example");
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "form-unconfirmed-" + name(look));
        }
    }

    private static String name(Look look) {
        return look.width() + (look.dark() ? "-dark" : "");
    }
}
