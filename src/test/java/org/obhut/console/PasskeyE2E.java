package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.VirtualAuthenticator;
import org.obhut.testing.WithBrowser;

/** Passkeys, from the profile to the sign-in, with Chromium's own authenticator. */
@WithBrowser
class PasskeyE2E {

    private final ConsoleBrowser browser;

    PasskeyE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    private Access newcomer(Person person) {
        String name = "petra-" + UUID.randomUUID().toString().substring(0, 8);
        try (Person admin = Person.signedIn(browser, Look.DESK, "admin")) {
            person.page().navigate(Access.invited(admin, name, "Petra", Set.of()));
        }
        return Access.by(person, name);
    }

    private static Locator adding(Person person) {
        return person.at("form[action='/profile/passkeys']");
    }

    private static void add(Person person, Access access, String label) {
        person.page().navigate("/profile");
        person.at("details[data-passkey-form] > summary").click();
        adding(person).locator("[name=label]").fill(label);
        adding(person).locator("[name=old]").fill(access.passphrase());
        adding(person).locator("button[type=submit]").click();
    }

    private static void signOut(Person person) {
        person.at(".ob-lock").click();
        assertThat(person.at("#name")).isVisible();
    }

    private static void signIn(Person person, String name, String passphrase) {
        person.page().fill("#name", name);
        person.page().fill("#passphrase", passphrase);
        person.at("[data-passkey] button").click();
    }

    private static void assertSignedIn(Person person) {
        assertThat(person.at(".ob-top")).isVisible();
    }

    /** What the policy refused or a script failed at; a hint of Chromium about forms with a passphrase alone is neither. */
    private static List<String> refused(Person person) {
        return person.complaints().stream()
                .filter(line -> !line.startsWith("[DOM]"))
                .toList();
    }

    @Test
    void aPasskeyIsAddedSignsInAndIsRemoved() {
        try (Person petra = Person.arriving(browser, Look.DESK)) {
            Access access = newcomer(petra);
            access.signIn(petra);
            VirtualAuthenticator phone = VirtualAuthenticator.in(petra.page());

            phone.verifies(false);
            add(petra, access, "Diensthandy");
            assertThat(petra.at("[data-passkey-state]"))
                    .hasText("Abgebrochen. Es wurde nichts gespeichert; bitte noch einmal versuchen.");
            phone.verifies(true);
            add(petra, access, "Diensthandy");
            petra.sees("Passkey hinzugefügt.");
            assertThat(petra.at(".ob-passkeys li")).hasCount(1);
            assertThat(petra.at(".ob-passkeys li")).containsText("Diensthandy hinzugefügt am");
            add(petra, access, "noch einmal");
            assertThat(petra.at("[data-passkey-state]")).containsText("hat schon einen Passkey");

            petra.page().navigate("/profile");
            petra.at(".ob-passkeys summary").first().click();
            petra.at("form[action$='/name'] [name=label]").fill("Handy im Büro");
            petra.at("form[action$='/name'] [name=label]").press("Enter");
            petra.sees("Bezeichnung gespeichert.");
            assertEquals(List.of(), refused(petra));
            assertAccessible(petra.page());
            screenshot(petra.page(), "passkeys-1440");

            signOut(petra);
            signIn(petra, access.name(), access.passphrase());
            assertSignedIn(petra);
            signOut(petra);
            signIn(petra, access.name(), "not the passphrase");
            assertThat(petra.at("#refused")).hasText("Name, Passphrase oder Passkey stimmen nicht.");
            signIn(petra, "anna", "obhut-demo-2026");
            assertThat(petra.at("#refused")).containsText("Passkey stimmen nicht");
            phone.verifies(false);
            signIn(petra, access.name(), access.passphrase());
            assertThat(petra.at("[data-passkey-state]"))
                    .containsText("Abgebrochen, oder auf diesem Gerät ist kein Passkey");
            assertAccessible(petra.page());
            screenshot(petra.page(), "passkey-sign-in-1440");
            phone.verifies(true);
            signIn(petra, access.name(), access.passphrase());
            assertSignedIn(petra);

            petra.page().navigate("/profile");
            Locator removal = petra.at("form[action*='/passkeys/'][action$='/remove']");
            petra.at(".ob-passkeys summary").last().click();
            removal.locator("[name=old]").fill("not the passphrase");
            removal.locator("[name=old]").press("Enter");
            assertThat(petra.at("#trouble")).hasText("Der Passkey ist nicht entfernt. Bitte die Angabe unten ändern.");
            removal.locator("[name=old]").fill(access.passphrase());
            removal.locator("[name=old]").press("Enter");
            petra.sees("Passkey entfernt.");
            signOut(petra);
            signIn(petra, access.name(), access.passphrase());
            assertThat(petra.at("#refused")).containsText("Passkey stimmen nicht");
            access.signIn(petra);
        }
    }

    @Test
    void whatWasSignedBeforeAndWhatWasCopiedIsRefused() {
        try (Person petra = Person.arriving(browser, Look.PHONE)) {
            Access access = newcomer(petra);
            access.signIn(petra);
            VirtualAuthenticator phone = VirtualAuthenticator.in(petra.page());
            add(petra, access, "Diensthandy");
            petra.sees("Passkey hinzugefügt.");
            assertFits(petra.page(), "passkeys-390");
            screenshot(petra.page(), "passkeys-390");
            JsonObject copy = phone.credential();

            List<String> answers = new ArrayList<>();
            petra.page().onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/sign-in")) {
                    answers.add(field(request.postData(), "passkey"));
                }
            });
            signOut(petra);
            signIn(petra, access.name(), access.passphrase());
            assertSignedIn(petra);
            signOut(petra);
            assertFits(petra.page(), "passkey-sign-in-390");
            screenshot(petra.page(), "passkey-sign-in-390");

            String answer = answers.get(0);
            assertTrue(answer.contains("signature"), answer);
            petra.page().fill("#name", access.name());
            petra.page().fill("#passphrase", access.passphrase());
            petra.page().evaluate("answer => document.querySelector('[name=passkey]').value = answer", answer);
            petra.at("main form button[type=submit].kern-btn--primary").click();
            assertThat(petra.at("#refused")).containsText("Passkey stimmen nicht");
            assertEquals(answer, answers.get(1), "the same answer was sent again");

            phone.restore(copy);
            signIn(petra, access.name(), access.passphrase());
            assertThat(petra.at("#refused")).containsText("Passkey stimmen nicht");
            signIn(petra, access.name(), access.passphrase());
            assertSignedIn(petra);
        }
    }

    private static String field(String form, String name) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsInvitedCanTakeAPasskeyInsteadOfAnApp() {
        try (Person petra = Person.arriving(browser, Look.DESK)) {
            VirtualAuthenticator.in(petra.page());
            String name = "petra-" + UUID.randomUUID().toString().substring(0, 8);
            try (Person admin = Person.signedIn(browser, Look.DESK, "admin")) {
                petra.page().navigate(Access.invited(admin, name, "Petra", Set.of()));
            }
            String passphrase = petra.at("#suggestion").textContent();
            petra.page().fill("#passphrase", passphrase);
            petra.page().fill("#repeat", passphrase);
            assertAccessible(petra.page());
            screenshot(petra.page(), "passkey-invitation-1440");
            petra.at("[data-passkey] button").click();
            assertThat(petra.at(".ob-codes code")).hasCount(10);
            petra.at("main a.kern-btn--primary").click();
            signIn(petra, name, passphrase);
            assertSignedIn(petra);
            petra.page().navigate("/profile");
            assertThat(petra.at(".ob-passkeys li")).containsText("Erster Passkey");
        }
    }

    @Test
    void inEnglishAndInTheDark() {
        try (Person petra = Person.arriving(browser, new Look(1440, true, "en-GB", true))) {
            VirtualAuthenticator.in(petra.page());
            petra.page().navigate("/sign-in");
            assertThat(petra.at("[data-passkey] button")).hasText("Sign in with a passkey");
            signIn(petra, "anna", "obhut-demo-2026");
            assertThat(petra.at("[data-passkey-state]")).containsText("Cancelled, or there is no passkey for Obhut");
            assertAccessible(petra.page());
            screenshot(petra.page(), "passkey-sign-in-dark");
        }
        try (Person petra = Person.arriving(browser, Look.WITHOUT_JAVASCRIPT)) {
            petra.page().navigate("/sign-in");
            assertThat(petra.at("[data-passkey] button")).isHidden();
            petra.signIn("anna");
            assertSignedIn(petra);
            petra.page().navigate("/profile");
            assertThat(petra.at("[data-passkey-missing]")).containsText("Zum Hinzufügen braucht es JavaScript");
            assertThat(petra.at("details[data-passkey-form]")).isHidden();
        }
    }
}
