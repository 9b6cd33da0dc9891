package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.acceptance.InteropMailbox.TOKEN;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Obhut signs in, and that it says nothing secret to a server that is not the right one. */
@ExtendWith(InteropObhut.Shared.class)
class SignInInteropIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private final InteropObhut interop;

    SignInInteropIT(InteropObhut interop) {
        this.interop = interop;
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, certificate-expired, certificate-expired, ist abgelaufen",
        "STRANGER, certificate-untrusted, certificate-untrusted, stammt von keiner bekannten Stelle",
        "MISNAMED, certificate-wrong-name, certificate-wrong-name, gilt für einen anderen Namen",
        "REFUSED, sign-in-refused, sign-in-refused, nimmt die Anmeldung nicht an",
        "STRIPPED, , no-starttls, bietet auf diesem Port kein STARTTLS an"
    })
    void whatIsWrongStandsOnThePageInOwnWordsAndNothingSecretIsSaid(
            InteropMailbox mailbox, String receiving, String sending, String words) throws Exception {
        if (receiving != null) {
            Await.until(
                    "the reason",
                    TIME_TO_ARRIVE,
                    () -> receiving.equals(
                            interop.state(mailbox).getJsonObject("receiving").getString("error", "")));
            assertEquals(
                    "failed", interop.state(mailbox).getJsonObject("receiving").getString("state"));
        }
        Browser admin = interop.browser("admin");
        var check = tried(admin, mailbox);
        if (check.getString("sending").equals("sign-in-not-now")) {
            // Postfix says so once, when Dovecot, which it asks, was restarted by a test before.
            check = tried(admin, mailbox);
        }
        assertEquals(receiving == null ? "" : receiving, check.getString("receiving", ""));
        assertEquals(sending, check.getString("sending"));
        assertTrue(card(admin, mailbox).text().contains(words), () -> words);

        String log = Files.readString(interop.serverLog());
        assertFalse(log.contains(InteropObhut.PASSWORD));
        assertFalse(log.contains(InteropMailbox.WRONG_PASSWORD));
        if (mailbox != InteropMailbox.REFUSED && receiving != null) {
            // Where the user's name did not come, the password did not either.
            assertFalse(serverLog("dovecot").contains(mailbox.address()));
        }
        if (mailbox != InteropMailbox.REFUSED) {
            assertFalse(serverLog("postfix").contains("sasl_username=" + mailbox.address()));
        }
    }

    private JsonObject tried(Browser admin, InteropMailbox mailbox) throws Exception {
        Element form = card(admin, mailbox).selectFirst("form[action=/admin/mailboxes/connect]");
        admin.submit(form, Map.of());
        return interop.state(mailbox).getJsonObject("check");
    }

    @Test
    void aTokenOpensBothSidesAndIsReplacedWhereItIsNoLongerTaken() throws Exception {
        Await.until("signed in", TIME_TO_ARRIVE, () -> interop.state(TOKEN)
                .getJsonObject("receiving")
                .getString("state")
                .equals("idle"));
        Api anna = interop.signIn("anna");
        String client = interop.client();
        interop.send(client, TOKEN.address(), "Frage", "", "Guten Tag");
        Await.until(
                "the ticket",
                TIME_TO_ARRIVE,
                () -> InteropObhut.ticketsOf(anna, client).size() == 1);
        String ticket = InteropObhut.ticketsOf(anna, client).get(0).getString("id");
        String message = InteropObhut.reply(anna, ticket, "Antwort");
        Await.until("sent", TIME_TO_ARRIVE, () -> InteropObhut.delivery(anna, ticket, message)
                .equals("sent"));
        try (var inbox = interop.inboxOf(client)) {
            assertTrue(ImapInbox.text(inbox.await(1, TIME_TO_ARRIVE)).contains("Antwort"));
        }
        assertTrue(serverLog("dovecot").contains("user=<" + TOKEN.address() + ">, method=OAUTHBEARER"));
        assertTrue(serverLog("postfix").contains("sasl_method=OAUTHBEARER, sasl_username=" + TOKEN.address()));
        assertEquals(
                "client_credentials", interop.servers.tokens().asked().get(0).get("grant_type"));

        String first = interop.tokens.revoke();
        try {
            interop.servers.mechanisms("plain", "login", "xoauth2");
            interop.servers.kill("dovecot");
            interop.servers.start("dovecot");
            interop.send(client, TOKEN.address(), "Noch eine", "", "Guten Tag");
            interop.servers.flush();
            Await.until(
                    "the next",
                    TIME_TO_ARRIVE,
                    () -> InteropObhut.ticketsOf(anna, client).size() == 2);
            assertTrue(serverLog("dovecot").contains("user=<" + TOKEN.address() + ">, method=XOAUTH2"));
        } finally {
            interop.servers.mechanisms("plain", "login", "xoauth2", "oauthbearer");
        }
        assertFalse(Files.readString(interop.serverLog()).contains(first));
    }

    private Element card(Browser admin, InteropMailbox mailbox) throws Exception {
        return admin.page("/admin/mailboxes").select("section.ob-card").stream()
                .filter(card -> card.text().contains(mailbox.address()))
                .findFirst()
                .orElseThrow();
    }

    private String serverLog(String server) throws Exception {
        Path log = interop.servers.serverLog(server);
        return Files.readString(log);
    }
}
