package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/**
 * The frame's own rules by themselves: mails that nobody has cleaned, as if everything before had failed. Then each rule is
 * taken out, and what it held back is seen to get out: so the mails can do what they try, and no rule is there for nothing.
 */
@WithBrowser
class FrameAloneE2E {

    private final ConsoleBrowser browser;

    FrameAloneE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    /** What gets out where a rule of the frame is missing. */
    enum Missing {
        /** Neither the attribute nor the directive: the mail sends the frame somewhere else. */
        SANDBOX(null, without("sandbox"), HostileMails.LOADED, "/refresh"),
        /** The rule for all that has none of its own: films, sounds, pages and fonts are fetched. */
        DEFAULT(SentDocument.SANDBOX, without("default-src"), HostileMails.LOADED, "/video"),
        IMAGES(SentDocument.SANDBOX, with("img-src", "img-src *"), HostileMails.LOADED, "/pixel.gif"),
        /** The hash of our own style sheet, which is the only one. */
        STYLE_SHEETS(
                SentDocument.SANDBOX,
                with("style-src-elem", "style-src-elem 'unsafe-inline' *"),
                HostileMails.LOADED,
                "/style.css"),
        IMPORTS(
                SentDocument.SANDBOX,
                with("style-src-elem", "style-src-elem 'unsafe-inline' *"),
                HostileMails.STYLES,
                "/import.css");

        private final @Nullable String sandbox;
        private final String policy;
        private final HostileMails mail;
        private final String path;

        Missing(@Nullable String sandbox, String policy, HostileMails mail, String path) {
            this.sandbox = sandbox;
            this.policy = policy;
            this.mail = mail;
            this.path = path;
        }
    }

    private static String without(String directive) {
        return with(directive, "");
    }

    private static String with(String directive, String other) {
        String loosened = SentDocument.POLICY.replaceFirst("(^|; )" + directive + " [^;]*", "$1" + other);
        assertNotEquals(SentDocument.POLICY, loosened);
        return loosened;
    }

    private Page page(Person person, FrameHost host, HostileMails mail) {
        person.page().navigate(host.around(mail));
        return person.page();
    }

    @Test
    void evenWhatWasNotCleanedNeitherRunsNorAsksNorLeaves() throws Exception {
        assertNothingGetsOut(SentDocument.POLICY, SentDocument.SANDBOX);
    }

    @Test
    void theSandboxOfEitherAttributeOrPolicyIsEnough() throws Exception {
        assertNothingGetsOut(without("sandbox"), SentDocument.SANDBOX);
        assertNothingGetsOut(SentDocument.POLICY, null);
    }

    private void assertNothingGetsOut(String policy, @Nullable String sandbox) throws Exception {
        List<String> dialogs = new ArrayList<>();
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(policy, sandbox, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            for (HostileMails mail : HostileMails.values()) {
                Page page = page(anna, host, mail);
                assertThat(page.frameLocator("iframe").locator("body")).containsText("Anfang");
                assertEquals("undefined", page.evaluate("typeof pwned"), mail.toString());
                assertEquals(host.around(mail), page.url());
                assertEquals(host.frame(mail), page.frames().get(1).url(), mail + " goes elsewhere");
            }
            assertEquals(List.of(), dialogs);
            assertEquals(List.of(), leak.arrived());
            assertEquals(1, anna.page().context().pages().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutARuleWhatItHoldsBackGetsOut(Missing missing) throws Exception {
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(missing.policy, missing.sandbox, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            page(anna, host, missing.mail);
            leak.await(missing.path);
        }
    }

    @Test
    void withoutSandboxAndRulesScriptsRun() throws Exception {
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost("frame-ancestors 'self'", null, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().onDialog(dialog -> dialog.dismiss());
            Page page = page(anna, host, HostileMails.SCRIPTS);
            page.waitForFunction("typeof pwned !== 'undefined'");
        }
        // The policy by itself lets no script run: two guards, of which one may fail.
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(without("sandbox"), null, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            Page page = page(anna, host, HostileMails.SCRIPTS);
            assertThat(page.frameLocator("iframe").locator("body")).containsText("Anfang");
            assertEquals("undefined", page.evaluate("typeof pwned"));
            assertEquals(List.of(), leak.arrived());
        }
    }

    @Test
    void theBaseOfAddressesIsNotTheMails() throws Exception {
        assertEquals("own", base(SentDocument.POLICY));
        assertEquals("foreign", base(without("base-uri")));
    }

    private String base(String policy) throws Exception {
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(policy, SentDocument.SANDBOX, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            Page page = page(anna, host, HostileMails.LOADED);
            assertThat(page.frameLocator("iframe").locator("body")).containsText("Anfang");
            Frame frame = page.frames().get(1);
            return frame.evaluate("document.baseURI").equals(host.frame(HostileMails.LOADED)) ? "own" : "foreign";
        }
    }

    @Test
    void aFormIsNotSentEvenByAClick() throws Exception {
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(without("sandbox"), null, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            submit(page(anna, host, HostileMails.FORMS));
            assertEquals(List.of(), leak.arrived());
        }
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(without("sandbox").replace("form-action 'none'", ""), null, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            submit(page(anna, host, HostileMails.FORMS));
            leak.await("/form");
        }
    }

    /** Enter in the first form's field sends it to where it says. */
    private static void submit(Page page) {
        Locator field =
                page.frameLocator("iframe").locator("input[type=password]").first();
        field.focus();
        field.evaluate("each => each.form.requestSubmit()");
    }

    @Test
    void nobodyElseCanPutItInAFrame() throws Exception {
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(SentDocument.POLICY, SentDocument.SANDBOX, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().navigate(host.elsewhere(HostileMails.FORMS));
            assertThat(anna.page().frameLocator("iframe").locator("body")).not().containsText("Anfang");
        }
        try (Leak leak = new Leak();
                FrameHost host = new FrameHost(without("frame-ancestors"), SentDocument.SANDBOX, leak);
                Person anna = Person.arriving(browser, Look.DESK)) {
            anna.page().navigate(host.elsewhere(HostileMails.FORMS));
            assertThat(anna.page().frameLocator("iframe").locator("body")).containsText("Anfang");
        }
    }
}
