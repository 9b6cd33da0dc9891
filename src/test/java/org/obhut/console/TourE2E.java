package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.assertLegible;
import static org.obhut.testing.ConsoleBrowser.assertWellWorded;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/**
 * Every page once, in every look: nothing for axe to find, nothing that does not fit, no word of another language, and a
 * picture to look at.
 */
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
        String here = look + "-" + name;
        // A bar that stays may half cover what is scrolled below it, wherever the last step left the page.
        person.page().evaluate("scrollTo(0, 0)");
        // In the dark the same page has other colours, in English other words; all else was seen at the desk.
        switch (look) {
            case "dark" -> assertLegible(person.page());
            case "english" -> assertWellWorded(person.page());
            default -> assertAccessible(person.page());
        }
        assertFits(person.page(), here);
        OneLanguage.assertSpoken(person.page(), here);
        screenshot(person.page(), here);
    }

    private static void visitAll(Person person, String look, String... paths) {
        for (String path : paths) {
            person.page().navigate(path);
            visit(person, look, path.substring(1).replace('/', '-'));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void counsellorsAndLeads(String look, Look how) throws Exception {
        String subject = ClientMail.subject("Rundgang mit einem Betreff, der in keine Zeile der Liste passt");
        var sender = new InternetAddress("acht@client.example", "Acht");
        // Something for the first to be merged with.
        client.sendHtml(sender, ClientMail.subject("Noch eine Frage"), "Guten Tag", "<p>Guten Tag</p>");
        client.sendHtml(
                sender,
                subject,
                "Guten Tag,\n\nich habe eine Frage.\n\n> zitiert",
                "<p>Guten Tag, <a href=\"https://betrug.example/\">www.sparkasse.de</a></p>",
                ClientMail.File.of(
                        "Bescheid der Krankenkasse über die Beiträge der letzten zwölf Monate.pdf",
                        "application/pdf",
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                ClientMail.File.of("Rechnung.exe", "application/octet-stream", new byte[] {'M', 'Z'}));
        try (Person leyla = Person.signedIn(browser, how, "leyla")) {
            leyla.open("new", subject);
            String ticket = leyla.page().url();
            visit(leyla, look, "ticket");
            leyla.at(".ob-composer__choices summary").click();
            leyla.at(".ob-fold summary").all().forEach(Locator::click);
            visit(leyla, look, "ticket-unfolded");
            leyla.at(".ob-picker summary").click();
            visit(leyla, look, "send-and");
            leyla.at("[data-blocks]").click();
            assertThat(leyla.at("#block-search")).isFocused();
            visit(leyla, look, "block-choice");
            leyla.page().keyboard().press("Escape");
            leyla.at("[data-write=note]").click();
            visit(leyla, look, "note");
            leyla.page().fill("#client-address", "keine-adresse");
            leyla.at("form[action*='client-address'] button").click();
            assertThat(leyla.at("#client-address-wrong")).isVisible();
            visit(leyla, look, "client-address-wrong");
            leyla.page().navigate(leyla.at(".ob-msg__sent a").getAttribute("href"));
            visit(leyla, look, "sent");
            leyla.page().navigate(ticket);
            leyla.at("a[href*='/forward?']").click();
            visit(leyla, look, "forward");
            leyla.at("input[name=m]").first().check();
            leyla.at(".ob-form__end .kern-btn--primary").click();
            assertThat(leyla.at("#forward-text")).isVisible();
            visit(leyla, look, "forward-words");
            leyla.page().fill("#to", "acht@client.example");
            leyla.at("input[name=agreed]").check();
            leyla.at(".ob-form__end .kern-btn--primary").click();
            assertThat(leyla.at("#trouble")).isVisible();
            visit(leyla, look, "forward-wrong");
            for (String page : List.of("erasure", "disclosure", "split", "team", "print", "sheet", "related")) {
                leyla.page().navigate(ticket.replaceFirst("\\?.*", "/" + page));
                visit(leyla, look, page);
            }
            leyla.at(".ob-choices a[href*='/merge?']").first().click();
            assertThat(leyla.at("#stays")).isVisible();
            visit(leyla, look, "merge");
            for (String folder : new String[] {"new", "due", "drafts", "closed", "spam"}) {
                leyla.page().navigate("/desk/" + folder);
                visit(leyla, look, "folder-" + folder);
            }
            leyla.at(".ob-menu summary").click();
            visit(leyla, look, "menu");
            leyla.at("[data-keys-open]").click();
            visit(leyla, look, "keys");
            leyla.page().navigate("/quarantine");
            visit(leyla, look, "quarantine");
            leyla.page().navigate("/tickets/" + UUID.randomUUID());
            visit(leyla, look, "not-found");
            leyla.page().navigate("/search");
            visit(leyla, look, "search");
            leyla.page().fill("#q", "frage");
            assertThat(leyla.at(".ob-hit").first()).isVisible();
            leyla.at(".ob-more summary").click();
            visit(leyla, look, "search-found");
            leyla.page().navigate("/admin/mailboxes");
            visit(leyla, look, "refused");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void formsAndTeams(String look, Look how) {
        try (Person leyla = Person.signedIn(browser, how, "leyla")) {
            leyla.page().navigate("/calls/new");
            visit(leyla, look, "call");
            leyla.at(".ob-call__more summary").all().forEach(Locator::click);
            leyla.page().fill("#followUp", "2020-01-01");
            leyla.at("form[data-call] .kern-btn--primary").click();
            assertThat(leyla.at("#trouble")).isVisible();
            visit(leyla, look, "call-wrong");
            leyla.page().navigate("/calls/new");
            leyla.page().fill("#code", "garten");
            leyla.at(".ob-callfind button").click();
            assertThat(leyla.at("#notice")).isVisible();
            visit(leyla, look, "call-code-wrong");
            leyla.page().navigate("/mails/new");
            visit(leyla, look, "mail");
            leyla.page().fill("#to", "keine-adresse");
            leyla.page().fill("#mail-text", "Guten Tag");
            leyla.at(".ob-form__end .kern-btn--primary").click();
            assertThat(leyla.at("#to-wrong")).isVisible();
            visit(leyla, look, "mail-wrong");
            leyla.page().navigate("/teams");
            visit(leyla, look, "teams");
            leyla.at("main li a").first().click();
            assertThat(leyla.at("#reads")).isVisible();
            visit(leyla, look, "team");
            String team = leyla.page().url();
            leyla.at("main details summary").all().forEach(Locator::click);
            leyla.page().fill("#away-to", "2100-01-01");
            visit(leyla, look, "team-unfolded");
            leyla.at("form[action$='/absences'] button").click();
            assertThat(leyla.at(".ob-notice--warn")).isVisible();
            visit(leyla, look, "team-refused");
            leyla.page().navigate(team + "/blocks");
            leyla.at("form[action$='/starters'] button").click();
            assertThat(leyla.at("#notice")).isVisible();
            visit(leyla, look, "blocks");
            leyla.page().fill("#link-title", "Portal");
            leyla.page().fill("#link-url", "http://obhut.example");
            leyla.at("form[action$='/links'] button").click();
            assertThat(leyla.at("#link-url-wrong")).isVisible();
            visit(leyla, look, "blocks-wrong");
            leyla.page().navigate(team + "/recovery");
            visit(leyla, look, "recovery-shares");
            leyla.page().navigate(team + "/work");
            visit(leyla, look, "team-work");
            leyla.at("main details summary").all().forEach(Locator::click);
            visit(leyla, look, "team-work-unfolded");
            visitAll(leyla, look, "/directory", "/directory/new", "/directory/import");
            visitAll(leyla, look, "/code-lists", "/code-lists/gender");
            leyla.page().navigate("/directory");
            leyla.at(".ob-result h3 a").first().click();
            assertThat(leyla.at("#entry")).isVisible();
            visit(leyla, look, "directory-entry");
            leyla.page().navigate("/reports");
            // What is written of a quarter is in the language of who wrote it; of half-years no test writes.
            leyla.page()
                    .selectOption(
                            "#period",
                            leyla.at("#period option[value*='-H']").first().getAttribute("value"));
            leyla.at("main form[action='/reports'] button").click();
            assertThat(leyla.at("svg.ob-chart").first()).isVisible();
            visit(leyla, look, "reports");
            visitAll(
                    leyla,
                    look,
                    "/phones",
                    "/erasures",
                    "/recovery",
                    "/access",
                    "/teams/invitations",
                    "/profile",
                    "/profile/blocks",
                    "/profile/notifications",
                    "/profile/work");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void peopleWithoutADesk(String look, Look how) {
        try (Person admin = Person.signedIn(browser, how, "admin")) {
            visitAll(
                    admin,
                    look,
                    "/start",
                    "/admin/mailboxes",
                    "/admin/mailboxes/new",
                    "/admin/people",
                    "/admin/epochs");
            visitAll(admin, look, "/admin/audit", "/admin/periods");
            admin.page().navigate("/admin/people");
            admin.at("main a[href$='/reset']").first().click();
            assertThat(admin.at("main form[action$='/reset']")).isVisible();
            visit(admin, look, "reset");
        }
        try (Person stat = Person.signedIn(browser, how, "stat")) {
            stat.page().navigate("/start");
            visit(stat, look, "start-analyst");
            stat.page().navigate("/teams");
            visit(stat, look, "teams-analyst");
        }
        try (Person nobody = Person.arriving(browser, how)) {
            nobody.page().navigate("/sign-in");
            visit(nobody, look, "sign-in");
            nobody.page().navigate("/sign-in?ended=idle");
            visit(nobody, look, "sign-in-idle");
            nobody.page().navigate("/no/such/page");
            visit(nobody, look, "no-such-page");
            Language language = how.language().startsWith("de") ? Language.DE : Language.EN;
            arrival(nobody, look, "first-administrator", language);
            arrival(nobody, look, "invitation", language);
        }
    }

    /** The demo has its people already, so that its server never shows its first page; the same template does. */
    private static void arrival(Person nobody, String look, String kind, Language language) {
        String path = '/' + kind + "/token";
        var device = new DevicePart("A".repeat(32), "", false);
        var page = new ArrivalPage(
                path,
                kind.equals("first-administrator"),
                "anna",
                "Anna",
                "sechs leichte worte zum merken hier",
                device,
                null,
                "passphrase",
                "too-short",
                false);
        byte[] html = new Templates()
                .render("arrival.jte", Map.of("frame", Samples.frame(language, null), "page", page))
                .toByteArray();
        nobody.page()
                .route(
                        "**" + path,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html;charset=UTF-8")
                                .setBodyBytes(html)));
        nobody.page().navigate(path);
        visit(nobody, look, kind);
    }
}
