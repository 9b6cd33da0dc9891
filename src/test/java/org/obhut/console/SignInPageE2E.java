package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

@WithBrowser
class SignInPageE2E {

    private final ConsoleBrowser browser;

    SignInPageE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void everybodyCanUseIt(int width) {
        for (boolean dark : new boolean[] {false, true}) {
            try (BrowserContext person = browser.person(new Look(width, dark, "de-DE", true))) {
                Page page = person.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> complaints.add(message.text()));

                page.navigate("/sign-in");

                assertAccessible(page);
                screenshot(page, "sign-in-" + width + (dark ? "-dark" : ""));
                assertEquals(List.of(), complaints, "the browser's console, where refused styles and scripts are told");
            }
        }
    }
}
