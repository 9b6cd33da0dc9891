package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.AuthenticatorApp;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** From an invitation to the end of an account. */
@WithBrowser
class PeopleE2E {

    private final ConsoleBrowser browser;

    PeopleE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    private static String name(String begin) {
        return begin + '-' + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Locator row(Person person, String name) {
        return person.at("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Invites somebody and returns the link's path. */
    private static String invite(Person admin, String name, String... roles) {
        admin.page().navigate("/admin/people");
        admin.page().fill("#displayName", "Frau " + name);
        admin.page().fill("#name", name);
        for (String role : roles) {
            admin.page().check("input[name=role][value=" + role + "]");
        }
        admin.page().press("#name", "Enter");
        String link = admin.at("#link-text").inputValue();
        return link.substring(link.indexOf("/invitation/"));
    }

    @Test
    void somebodyIsInvitedComesInWithADeviceAndIsBlocked() {
        String name = name("frieda");
        try (Person admin = Person.signedIn(browser, Look.DESK, "admin");
                Person frieda = Person.arriving(browser, Look.DESK)) {
            String link = invite(admin, name, "lead");
            assertAccessible(admin.page());
            screenshot(admin.page(), "people-invited-1440");
            assertThat(row(admin, name)).containsText("Teamleitung");

            frieda.page().navigate(link);
            assertThat(frieda.at("h1")).hasText("Guten Tag, Frau " + name);
            assertAccessible(frieda.page());
            screenshot(frieda.page(), "invitation-1440");
            String passphrase = frieda.at("#suggestion").textContent();
            var app = new AuthenticatorApp(frieda.at(".ob-secret").textContent());

            frieda.page().fill("#passphrase", "Passwort12345");
            frieda.page().fill("#repeat", "Passwort12345");
            frieda.page().fill("#code", app.code());
            frieda.at("main form button[type=submit].kern-btn--primary").click();
            assertThat(frieda.at("#passphrase-wrong")).containsText("Zu leicht zu erraten.");
            assertThat(frieda.at("#passphrase")).hasValue("");
            assertThat(frieda.at("#suggestion")).hasText(passphrase);
            assertAccessible(frieda.page());
            screenshot(frieda.page(), "invitation-wrong-1440");

            frieda.page().fill("#passphrase", passphrase);
            frieda.page().fill("#repeat", passphrase);
            frieda.page().fill("#code", app.code());
            frieda.at("main form button[type=submit].kern-btn--primary").click();
            List<String> codes = frieda.at(".ob-codes code").allTextContents();
            assertEquals(10, codes.size());
            assertAccessible(frieda.page());
            screenshot(frieda.page(), "codes-1440");

            frieda.at("main a.kern-btn--primary").click();
            frieda.signIn(name, passphrase, "000000");
            assertThat(frieda.at("#refused")).containsText("Name, Passphrase oder Code stimmen nicht.");
            frieda.signIn(name, passphrase, codes.get(0));
            assertThat(frieda.at("h1")).hasText("Willkommen");
            assertEquals(
                    List.of(),
                    frieda.complaints().stream()
                            .filter(complaint -> !complaint.matches(".*status of 40[01].*"))
                            .toList());

            admin.page().navigate("/admin/people");
            row(admin, name).locator("button").click();
            admin.sees("Gesperrt.");
            assertThat(row(admin, name)).containsText("gesperrt seit");
            frieda.page().navigate("/start");
            assertThat(frieda.at("h1")).hasText("Anmelden");
            frieda.signIn(name, passphrase, codes.get(1));
            assertThat(frieda.at("#refused")).isVisible();
            row(admin, name).locator("button").click();
            admin.sees("Entsperrt.");
        }
    }

    @Test
    void anInvitationIsWithdrawnAndALinkThatIsWorthNothingSaysNothing() {
        String name = name("hanna");
        try (Person admin = Person.signedIn(browser, Look.DESK_DARK, "admin");
                Person hanna = Person.arriving(browser, Look.PHONE)) {
            String link = invite(admin, name);
            hanna.page().navigate(link);
            assertThat(hanna.at("h1")).containsText("Frau");
            assertAccessible(hanna.page());
            screenshot(hanna.page(), "invitation-390");
            assertFits(hanna.page(), "invitation-390");

            admin.page().navigate("/admin/people");
            assertAccessible(admin.page());
            screenshot(admin.page(), "people-dark");
            row(admin, name).locator("button").click();
            admin.sees("Einladung zurückgezogen.");
            assertThat(row(admin, name)).hasCount(0);
            hanna.page().navigate(link);
            assertThat(hanna.at("main")).not().containsText(name);
            assertEquals(404, hanna.page().request().get(link).status());
            assertEquals(404, hanna.page().request().get("/invitation/made-up").status());
        }
    }

    @Test
    void aFormThatDoesNotFitSaysWhereAndKeepsWhatWasTyped() {
        try (Person admin = Person.signedIn(browser, Look.ENGLISH, "admin")) {
            admin.page().navigate("/admin/people");
            admin.page().fill("#displayName", "Anna A.");
            admin.page().fill("#name", "anna");
            admin.at("#invite + p + form button").click();
            assertThat(admin.at("#name-wrong")).containsText("There is this name already");
            assertThat(admin.at("#name")).hasValue("anna");
            assertThat(admin.at("#displayName")).hasValue("Anna A.");
            assertAccessible(admin.page());

            admin.page().fill("#name", name("x"));
            admin.page().check("input[value=administrator]");
            admin.page().check("input[value=lead]");
            admin.at("#invite + p + form button").click();
            assertThat(admin.at("fieldset .ob-error")).containsText("goes only alone");
            assertTrue(admin.at("input[value=lead]").isChecked());
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        String name = name("ohne");
        try (Person admin = Person.signedIn(browser, Look.WITHOUT_JAVASCRIPT, "admin");
                Person guest = Person.arriving(browser, Look.WITHOUT_JAVASCRIPT)) {
            guest.page().navigate(invite(admin, name));
            guest.at("nav a[hreflang=en]").click();
            assertThat(guest.at("h1")).containsText("Hello Frau");
            String passphrase = guest.at("#suggestion").textContent();
            guest.page().fill("#passphrase", passphrase);
            guest.page().fill("#repeat", passphrase);
            guest.at("main form button[type=submit].kern-btn--primary").click();
            assertThat(guest.at("h1")).hasText("The access is ready");
            guest.at("main a.kern-btn--primary").click();
            guest.signIn(name, passphrase, "");
            assertThat(guest.at("h1")).hasText("Welcome");
        }
    }
}
