package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.Locator;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A counsellor's morning: what came over night in five languages is sorted, taken, answered, handed over and closed. */
@WithBrowser
class MorningE2E {

    private static final Map<String, String> LETTERS = Map.of(
            "de", "Guten Tag, ich habe eine Frage zu meiner Anmeldung. Welche Unterlagen brauche ich dafür?",
            "ro", "Bună ziua, am o întrebare despre asigurarea de sănătate. Ce trebuie să fac acum?",
            "bg", "Добър ден, имам въпрос за данъците. Какво трябва да направя сега?",
            "es", "Buenos días, tengo una pregunta sobre el permiso de residencia. ¿Qué tengo que hacer?",
            "en", "Good morning, I have a question about my registration. What do I have to bring with me?");

    private static final int LONGEST_WAY = 400;

    private final ConsoleBrowser browser;
    private final ClientMail client;

    MorningE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private List<String> night(String word, int ofEach) throws Exception {
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            for (String language : List.of("de", "ro", "bg", "es", "en")) {
                String subject = ClientMail.subject(word + ' ' + language);
                client.sendHtml(
                        new InternetAddress(word.toLowerCase(java.util.Locale.ROOT) + i + language + "@client.example"),
                        subject,
                        LETTERS.get(language),
                        "");
                subjects.add(subject);
            }
        }
        return subjects;
    }

    @Test
    void byKeyboardAlone() throws Exception {
        List<String> mails = night("Tasten", 4);
        try (Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().navigate("/sign-in");
            anna.page().keyboard().type("anna");
            reach(anna, "#passphrase");
            anna.page().keyboard().type(org.obhut.account.DemoPeople.PASSPHRASE);
            press(anna, "Enter");
            assertThat(anna.at(".ob-top")).isVisible();
            chooseKeys(anna);
            for (int i = 0; i < mails.size(); i++) {
                openByKeys(anna, mails.get(i));
                work(anna, i);
            }
            assertEquals(List.of(), anna.complaints());
            assertAccessible(anna.page());
            screenshot(anna.page(), "morning-keyboard");
        }
        handedOver(mails);
    }

    private static void chooseKeys(Person anna) {
        reach(anna, ".ob-menu summary");
        press(anna, "Enter");
        reach(anna, "[data-keys-open]");
        press(anna, "Enter");
        reach(anna, "#keys-on");
        press(anna, "Space");
        press(anna, "Escape");
    }

    private static void openByKeys(Person anna, String subject) {
        reach(anna, "nav a[href='/desk/new']");
        press(anna, "Enter");
        Locator link = anna.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(subject));
        assertThat(link).isVisible();
        reach(anna, "#" + link.getAttribute("id"));
        press(anna, "Enter");
        assertThat(anna.at("#ticket-title")).hasText(subject);
        settled(anna);
    }

    /** Who hears what was done hears it from here; keys before that would fall into a page that is still coming. */
    private static void settled(Person anna) {
        assertThat(anna.at("#ticket-title")).isFocused();
    }

    /** Every fifth mail is another kind of work; the rest is only read. */
    private static void work(Person anna, int which) {
        switch (which % 5) {
            case 0 -> {
                press(anna, "a");
                anna.sees("Zuständigkeit gespeichert.");
                settled(anna);
                press(anna, "r");
                anna.page().keyboard().type("Guten Tag, das ist eine Antwort.");
                press(anna, "Control+Enter");
                anna.sees("Antwort angenommen.");
            }
            case 1 -> {
                reach(anna, "#assignee");
                anna.page().keyboard().type("bela");
                reach(anna, "form[action*='/assignee'] button.kern-btn--small:not([data-key])");
                press(anna, "Enter");
                anna.sees("Vorgang übergeben.");
            }
            case 2 -> {
                press(anna, "s");
                anna.sees("Als Spam abgelegt");
            }
            case 3 -> {
                press(anna, "n");
                anna.page().keyboard().type("Ruft selbst noch einmal an.");
                press(anna, "Control+Enter");
                anna.sees("Notiz gespeichert.");
                settled(anna);
                press(anna, "c");
                anna.page().waitForURL(Pattern.compile("/sheet\\?"));
                assertThat(anna.at("#who")).isFocused();
                press(anna, "Control+Enter");
                anna.sees("Vorgang abgeschlossen.");
            }
            default -> assertThat(anna.at(".ob-thread")).isVisible();
        }
    }

    /** Walks on with the tabulator until the focus is there. */
    private static void reach(Person person, String selector) {
        for (int i = 0; i < LONGEST_WAY; i++) {
            Object there =
                    person.page().evaluate("selector => document.activeElement?.matches(selector) ?? false", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            press(person, "Tab");
        }
        throw new AssertionError("the tabulator does not lead to " + selector);
    }

    private static void press(Person person, String key) {
        person.page().keyboard().press(key);
    }

    enum Hand {
        PHONE(Look.PHONE),
        WITHOUT_SCRIPT(Look.WITHOUT_JAVASCRIPT);

        private final Look look;

        Hand(Look look) {
            this.look = look;
        }
    }

    @ParameterizedTest
    @EnumSource
    void onAPhoneAndWithoutScript(Hand hand) throws Exception {
        List<String> mails = night(hand == Hand.PHONE ? "Klein" : "Schlicht", 1);
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            // One with scripts waits for the last mail, so that the one without need not reload.
            bela.open("new", mails.get(mails.size() - 1));
        }
        try (Person anna = Person.signedIn(browser, hand.look, "anna")) {
            open(anna, mails.get(0));
            anna.at("[data-key=a]").click();
            anna.sees("Zuständigkeit gespeichert.");
            anna.page().fill("#reply-text", "Guten Tag, das ist eine Antwort.");
            anna.at("form[data-composer=reply] .kern-btn--primary").click();
            anna.sees("Antwort angenommen.");
            assertThat(anna.at(".ob-msg--out .ob-text").last()).hasText("Guten Tag, das ist eine Antwort.");

            open(anna, mails.get(1));
            anna.page().selectOption("#assignee", "bela");
            anna.at("#details form[action*='/assignee'] button").click();
            anna.sees("Vorgang übergeben.");

            open(anna, mails.get(2));
            anna.at("[data-key=s]").first().click();
            anna.sees("Als Spam abgelegt");

            open(anna, mails.get(3));
            anna.at("[data-write=note]").click();
            anna.page().fill("#note-text", "Ruft selbst noch einmal an.");
            anna.at("form[data-composer=note] .kern-btn--primary").click();
            anna.sees("Notiz gespeichert.");
            anna.at("[data-key=c]").click();
            anna.at("form[data-sheet] .kern-btn--primary").click();
            anna.sees("Vorgang abgeschlossen.");
            screenshot(anna.page(), "morning-" + hand.name().toLowerCase(java.util.Locale.ROOT));
        }
        handedOver(mails);
    }

    private static void open(Person anna, String subject) {
        anna.page().navigate("/desk/new");
        anna.open("new", subject);
    }

    /** Bela has what was handed over, and what is done has left the folder of new ones. */
    private void handedOver(List<String> mails) {
        try (Person bela = Person.signedIn(browser, Look.DESK, "bela")) {
            bela.open("mine", mails.get(1));
            bela.page().navigate("/desk/new");
            assertThat(bela.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(mails.get(4))))
                    .isVisible();
            for (int done : List.of(0, 1, 2, 3)) {
                assertEquals(
                        0,
                        bela.at(".ob-item__subject")
                                .filter(new Locator.FilterOptions().setHasText(mails.get(done)))
                                .count());
            }
            assertTrue(bela.complaints().isEmpty(), () -> bela.complaints().toString());
        }
    }
}
