package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.acceptance.ImapInbox;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/** A new installation in live mode, set up by hand to the end: nobody there, no mailbox, and at the end a client has an answer. */
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStartE2E {

    private static final String MAILBOX = "beratung@obhut.example";

    private final ConsoleBrowser shared;
    private KillableObhut live;
    private RunningObhut obhut;
    private ConsoleBrowser browser;

    FirstStartE2E(ConsoleBrowser shared) {
        this.shared = shared;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        live = KillableObhut.in(folder);
        live.leaveOut("obhut.mailbox.");
        live.set("obhut.mode", "live");
        live.set("obhut.keystore", folder.resolve("keys").toString());
        live.set("obhut.keystore.copy", folder.resolve("copy").toString());
        live.set("obhut.undo", "PT0S");
        live.set("obhut.poll", "PT1S");
        live.start();
        obhut = live.obhut();
        browser = shared.at(obhut.address());
    }

    @AfterAll
    void end() throws Exception {
        live.close();
    }

    @Test
    void fromTheFirstLinkToTheFirstAnswer() throws Exception {
        try (Person admin = Person.arriving(browser, Look.DESK);
                Person leyla = Person.arriving(browser, Look.DESK)) {
            Path file = obhut.data().resolve("secrets/first-administrator");
            admin.page().navigate(Access.path(Files.readString(file)));
            assertAccessible(admin.page());
            screenshot(admin.page(), "first-administrator-1440");
            admin.page().fill("#name", "vera");
            admin.page().fill("#displayName", "Vera Admin");
            assertThat(admin.at("#code")).hasAttribute("required", "");
            Access administration = Access.by(admin, "vera");
            assertFalse(Files.exists(file), "the link works once");
            administration.signIn(admin);
            assertThat(admin.at("#steps + ol li")).hasCount(4);
            assertThat(admin.at("section[aria-labelledby=steps] a[href='/admin/periods']"))
                    .isVisible();
            assertAccessible(admin.page());
            screenshot(admin.page(), "first-steps-1440");

            addMailbox(admin, "wrong");
            assertThat(admin.at("main")).containsText("Der Mailserver nimmt die Anmeldung nicht an.");
            assertAccessible(admin.page());
            screenshot(admin.page(), "mailbox-refused-1440");
            addMailbox(admin, obhut.mailboxPassword("beratung"));
            assertThat(admin.at("main")).containsText("Noch mit keinem Team verbunden.");
            assertThat(admin.at("main")).not().containsText("Der Mailserver nimmt die Anmeldung nicht an.");
            screenshot(admin.page(), "mailbox-added-1440");

            leyla.page().navigate(Access.invited(admin, "leyla", "Leyla L.", Set.of("lead")));
            Access lead = Access.by(leyla, "leyla");
            lead.signIn(leyla);
            assertThat(leyla.at("#teamless + p")).containsText("ein Team gründen");
            screenshot(leyla.page(), "teamless-1440");
            leyla.page().navigate("/teams");
            leyla.page().fill("#name", "Erstkontakt");
            leyla.at("main form button[type=submit].kern-btn--primary").click();
            leyla.sees("Team gegründet.");
            leyla.page().fill("#address", MAILBOX);
            leyla.page().press("#address", "Enter");
            leyla.sees("Postfach verbunden.");

            leyla.page().navigate("/teams/invitations");
            assertAccessible(leyla.page());
            leyla.page().fill("#displayName", "Anna A.");
            leyla.page().fill("#name", "anna");
            leyla.page().press("#name", "Enter");
            assertThat(leyla.at("#link-text")).hasValue(Pattern.compile("http://localhost:\\d+/invitation/[\\w-]{43}"));
            screenshot(leyla.page(), "lead-invites-1440");

            var client = new ClientMail(obhut);
            client.send("ana@client.example", "Erste Frage", "Guten Tag, ich habe eine Frage.");
            leyla.open("new", "Erste Frage");
            leyla.page().fill("#reply-text", "Guten Tag Ana, gern.");
            leyla.at("form[data-composer=reply] .kern-btn--primary").click();
            leyla.sees("Antwort angenommen.");
            try (var inbox = ImapInbox.ofClient(obhut.imapPort(), "ana@client.example")) {
                byte[] mail = inbox.await(1, Duration.ofSeconds(30));
                String answer = ImapInbox.text(mail) + new String(mail, StandardCharsets.ISO_8859_1);
                assertTrue(answer.contains("Guten Tag Ana, gern."), "the answer reached the client");
                assertFalse(answer.contains("leyla") || answer.contains("Leyla"), "and shows nobody");
            }
            admin.page().navigate("/start");
            assertThat(admin.at("h1")).hasText("Willkommen");
            assertThat(admin.at("#steps")).hasCount(0);
            admin.page().navigate("/desk/new");
            assertThat(admin.at("main")).not().containsText("Erste Frage");

            live.end();
            live.start();
            // The mailbox that was added, and the codes that were used, outlast a restart.
            leyla.page().navigate("/sign-in");
            lead.signIn(leyla);
            leyla.open("team", "Erste Frage");
            client.send("ana@client.example", "Zweite Frage", "Noch eine.");
            leyla.open("new", "Zweite Frage");
        }
        aTlsProxyMakesTheCookieThisHostsAlone();
    }

    private void aTlsProxyMakesTheCookieThisHostsAlone() throws Exception {
        assertTrue(
                new PlainBrowser(obhut).cookie().startsWith("JSESSIONID="),
                "by http no browser takes a __Host- cookie");
        live.end();
        live.set("obhut.public.url", "https://obhut.example");
        live.start();
        String cookie = new PlainBrowser(obhut).cookie();
        assertTrue(cookie.startsWith("__Host-obhut="), cookie);
        assertTrue(cookie.contains("; Path=/;") && cookie.contains("; Secure"), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
    }

    private void addMailbox(Person admin, String password) {
        admin.page().navigate("/admin/mailboxes/new");
        admin.page().fill("#address", MAILBOX);
        admin.page().fill("#password", password);
        for (String side : new String[] {"imap", "smtp"}) {
            admin.page().fill("#" + side + "Host", "127.0.0.1");
            admin.page().selectOption("#" + side + "Security", "none");
            int port = side.equals("imap") ? obhut.imapPort() : obhut.smtpPort();
            admin.page().fill("#" + side + "Port", Integer.toString(port));
        }
        admin.page().press("#address", "Enter");
        admin.sees("Postfach gespeichert und probiert.");
    }
}
