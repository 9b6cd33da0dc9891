package org.obhut.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens the console as a person with a certain screen would, under the same policy as everybody: nothing is bypassed. */
public final class ConsoleBrowser {

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Browser browser;
    private final URI server;

    ConsoleBrowser(Browser browser, URI server) {
        this.browser = browser;
        this.server = server;
    }

    /**
     * A person's browser.
     *
     * @param width of the window in CSS pixels; the reference has 1440 and 390
     * @param language a BCP 47 tag
     */
    public record Look(int width, boolean dark, String language, boolean javaScript) {

        public static final Look DESK = new Look(1440, false, "de-DE", true);
        public static final Look DESK_DARK = new Look(1440, true, "de-DE", true);
        public static final Look PHONE = new Look(390, false, "de-DE", true);
        public static final Look ENGLISH = new Look(1440, false, "en-GB", true);
        public static final Look WITHOUT_JAVASCRIPT = new Look(1440, false, "de-DE", false);
    }

    /** The same browser for the console of another Obhut. */
    public ConsoleBrowser at(URI other) {
        return new ConsoleBrowser(browser, other);
    }

    /** A new person, with no cookie; the caller closes it. */
    public BrowserContext person(Look look) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(look.width, look.width < 600 ? 844 : 900)
                .setColorScheme(look.dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                // What still moves would be measured, pressed and photographed on its way.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(look.language)
                .setTimezoneId("Europe/Berlin")
                .setJavaScriptEnabled(look.javaScript));
    }

    /** Fails with what axe finds against WCAG 2.2 AA and its best practice on the page as it is now. */
    public static void assertAccessible(Page page) {
        assertNothingFound(page, axe(page).withTags(WCAG_2_2_AA));
    }

    /** As {@link #assertAccessible} by the rules of colour alone, which take longest: for a page seen in other colours before. */
    public static void assertLegible(Page page) {
        assertNothingFound(page, axe(page).withRules(OF_COLOUR));
    }

    /** As {@link #assertAccessible} without the rules of colour: for a page seen in the same colours and other words before. */
    public static void assertWellWorded(Page page) {
        assertNothingFound(page, axe(page).withTags(WCAG_2_2_AA).disableRules(OF_COLOUR));
    }

    private static AxeBuilder axe(Page page) {
        // A frame without scripts would never answer axe. Nor is there one of another origin, for which axe would open
        // a page of its own.
        return new AxeBuilder(page).setLegacyMode(true).exclude(List.of("iframe[sandbox]"));
    }

    private static void assertNothingFound(Page page, AxeBuilder axe) {
        // Else the bar that stays on top would cover a part of whatever happens to lie beneath it.
        page.evaluate("scrollTo(0, 0)");
        List<Rule> violations = axe.analyze().getViolations();
        String found = violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                        + rule.getNodes().stream()
                                .map(node -> "    " + node.getHtml())
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        assertEquals("", found, () -> "axe on " + page.url());
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}. */
    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
