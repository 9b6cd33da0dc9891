package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** Every page once, in every look: nothing for axe to find, nothing wider than the window, and a picture to look at. */
@WithBrowser
class TourE2E {

    private final ConsoleBrowser browser;
    private final ClientMail client;

    TourE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("desk", Look.DESK),
                Arguments.of("dark", Look.DESK_DARK),
                Arguments.of("phone", Look.PHONE),
                Arguments.of("english", Look.ENGLISH));
    }

    private static void visit(Person person, String look, String name) {
        assertAccessible(person.page());
        Object wider = person.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        assertEquals(0, ((Number) wider).intValue(), name + " is wider than the window");
        screenshot(person.page(), look + "-" + name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void counsellorsAndLeads(String look, Look how) throws Exception {
        String subject = "Rundgang " + UUID.randomUUID();
        client.send("acht@client.example", subject, "Guten Tag,\n\nich habe eine Frage.\n\n> zitiert");
        try (Person leyla = Person.signedIn(browser, how, "leyla")) {
            leyla.open("new", subject);
            visit(leyla, look, "ticket");
            leyla.at("[data-write=note]").click();
            visit(leyla, look, "note");
            for (String folder : new String[] {"new", "due", "drafts", "closed"}) {
                leyla.page().navigate("/desk/" + folder);
                visit(leyla, look, "folder-" + folder);
            }
            leyla.at(".ob-menu summary").click();
            visit(leyla, look, "menu");
            leyla.page().navigate("/quarantine");
            visit(leyla, look, "quarantine");
            leyla.page().navigate("/calls/new");
            visit(leyla, look, "call");
            leyla.page().fill("#followUp", "2020-01-01");
            leyla.at("form[data-call] .kern-btn--primary").click();
            assertThat(leyla.at("#trouble")).isVisible();
            visit(leyla, look, "call-wrong");
            leyla.page().navigate("/tickets/" + UUID.randomUUID());
            visit(leyla, look, "not-found");
            leyla.page().navigate("/admin/mailboxes");
            visit(leyla, look, "refused");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void peopleWithoutADesk(String look, Look how) {
        try (Person admin = Person.signedIn(browser, how, "admin")) {
            visit(admin, look, "start-admin");
            admin.page().navigate("/admin/mailboxes");
            visit(admin, look, "mailboxes");
        }
        try (Person stat = Person.signedIn(browser, how, "stat")) {
            visit(stat, look, "start-analyst");
        }
        try (Person nobody = Person.arriving(browser, how)) {
            nobody.page().navigate("/sign-in?ended=idle");
            visit(nobody, look, "sign-in-idle");
            nobody.page().navigate("/no/such/page");
            visit(nobody, look, "no-such-page");
        }
    }
}
