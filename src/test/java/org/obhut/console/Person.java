package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.obhut.account.DemoPeople;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;

/** Somebody of the demo at the console, with a browser of their own. */
final class Person implements AutoCloseable {

    /** For a busy machine; what has to be fast says so itself. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final int MOST_LOOKS = 5;
    private static final double LOOK_MILLIS = 4_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Person(BrowserContext browser) {
        this.browser = browser;
        this.page = browser.newPage();
        page.onConsoleMessage(message -> complaints.add(
                message.text().startsWith("Failed to load")
                        ? message.text() + " " + message.location()
                        : message.text()));
        page.onPageError(complaints::add);
    }

    static Person arriving(ConsoleBrowser browser, Look look) {
        return new Person(browser.person(look));
    }

    static Person signedIn(ConsoleBrowser browser, Look look, String name) {
        Person person = arriving(browser, look);
        person.page.navigate("/sign-in");
        person.signIn(name);
        assertThat(person.page.locator(".ob-top")).isVisible();
        return person;
    }

    void signIn(String name) {
        signIn(name, DemoPeople.PASSPHRASE, "");
    }

    void signIn(String name, String passphrase, String code) {
        page.fill("#name", name);
        page.fill("#passphrase", passphrase);
        page.fill("#code", code);
        page.locator("main form button[type=submit].kern-btn--primary").click();
    }

    Page page() {
        return page;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    /** A second window of the same browser. */
    Page window() {
        return browser.newPage();
    }

    /** Opens the ticket with this subject from a folder, once it is there. */
    void open(String folder, String subject) {
        if (!page.url().contains("/desk/" + folder)) {
            page.navigate("/desk/" + folder);
        }
        Locator item = at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(subject));
        // What comes in while the page is on its way to the browser shows with the next page.
        for (int i = 0; i < MOST_LOOKS && !appears(item); i++) {
            page.navigate("/desk/" + folder);
        }
        item.click();
        assertThat(at("#ticket-title")).hasText(subject);
    }

    private static boolean appears(Locator item) {
        try {
            item.waitFor(new Locator.WaitForOptions().setTimeout(LOOK_MILLIS));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Waits for the sentence that says what was done. */
    void sees(String notice) {
        assertThat(at("#notice")).containsText(notice);
    }

    /** What the browser complained of, such as styles and scripts that the policy refused. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
    }
}
