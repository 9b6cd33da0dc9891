package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

@WithBrowser
class SignInE2E {

    private final ConsoleBrowser browser;

    SignInE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    private static Cookie cookie(Page page) {
        return page.context().cookies().stream()
                .filter(each -> each.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnToWhereThePersonWantedToBeUnderANewSessionId() {
        try (Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().navigate("/desk/waiting");
            Cookie before = cookie(anna.page());
            anna.signIn("anna");
            assertThat(anna.at("#list-title")).containsText("Wartet auf Antwort");
            Cookie after = cookie(anna.page());
            assertNotEquals(before.value, after.value);
            assertTrue(after.secure && after.httpOnly);
            assertEquals(SameSiteAttribute.STRICT, after.sameSite);
        }
    }

    @Test
    void refusesInOneSentenceAndKeepsTheName() {
        try (Person somebody = Person.arriving(browser, Look.DESK)) {
            somebody.page().navigate("/sign-in");
            String name = "niemand-" + UUID.randomUUID();
            somebody.signIn(name);
            assertThat(somebody.at("#refused")).containsText("Name, Passphrase oder Code stimmen nicht.");
            assertThat(somebody.at("#name")).hasValue(name);
            assertThat(somebody.at("#passphrase")).hasValue("");
            assertThat(somebody.at("#passphrase")).isFocused();
        }
    }

    @Test
    void showsThePassphraseOnlyWhileAskedTo() {
        try (Person somebody = Person.arriving(browser, Look.DESK)) {
            somebody.page().navigate("/sign-in");
            somebody.page().fill("#passphrase", "sechs ruhige Worte");
            somebody.at("[data-reveal]").click();
            assertThat(somebody.at("#passphrase")).hasAttribute("type", "text");
            somebody.at("[data-reveal]").click();
            assertThat(somebody.at("#passphrase")).hasAttribute("type", "password");
        }
    }

    @Test
    void signingOutLeavesNothingBehindTheBackButton() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/desk/team");
            Response out = anna.page()
                    .waitForResponse("**/sign-out", () -> anna.at(".ob-lock").click());
            assertEquals("\"cache\", \"storage\"", out.headerValue("clear-site-data"));
            assertThat(anna.at("main")).containsText("Abgemeldet.");
            anna.page().goBack();
            assertThat(anna.at("h1")).hasText("Anmelden");
        }
    }

    @Test
    void speaksTheBrowsersLanguageUntilAnotherIsChosen() {
        try (Person anna = Person.signedIn(browser, Look.ENGLISH, "anna")) {
            anna.page().navigate("/desk/new");
            assertThat(anna.at("#list-title")).containsText("Unassigned");
            anna.at(".ob-menu summary").click();
            anna.at(".ob-menu a[hreflang=de]").click();
            assertThat(anna.at("#list-title")).containsText("Nicht zugewiesen");
            anna.page().navigate("/desk/mine");
            assertThat(anna.at("html")).hasAttribute("lang", "de");
        }
    }

    @Test
    void noFormIsTakenWithoutTheSessionsToken() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            String ticket = "/tickets/" + UUID.randomUUID();
            for (RequestOptions forged : new RequestOptions[] {
                RequestOptions.create().setForm(FormData.create().set("text", "x")),
                RequestOptions.create()
                        .setForm(FormData.create().set("text", "x").set("_csrf", "made-up"))
            }) {
                for (String address : new String[] {
                    ticket + "/notes", ticket + "/draft", ticket + "/status", "/calls", "/session", "/admin/mailboxes"
                }) {
                    assertForged(anna.page().request().post(address, forged), address);
                }
            }
            for (String address : new String[] {ticket + "/replies", ticket + "/replies/draft"}) {
                var files =
                        FormData.create().set("text", "x").set("version", "1").set("_csrf", "made-up");
                assertForged(
                        anna.page()
                                .request()
                                .post(address, RequestOptions.create().setMultipart(files)),
                        address);
            }
        }
    }

    private static void assertForged(APIResponse answer, String address) {
        assertEquals(403, answer.status(), address);
        assertTrue(answer.text().contains("Die Seite war zu lange offen"), address);
        assertFalse(answer.text().contains("Exception"), address);
    }
}
