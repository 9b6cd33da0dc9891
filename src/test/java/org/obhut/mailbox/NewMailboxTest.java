package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

class NewMailboxTest {

    private static final NewMailbox.Side IMAP = new NewMailbox.Side("imap.example.org", "", "tls");
    private static final NewMailbox.Side SMTP = new NewMailbox.Side("smtp.example.org", "2525", "starttls");
    private static final Settings NONE = Settings.of(Map.of("obhut.mode", "demo"));

    private static NewMailbox mailbox(String address, String password) {
        return new NewMailbox(address, "user", password, IMAP, SMTP);
    }

    @Test
    void becomesTheAccountThatTheSameSettingsWouldMake() {
        Map<String, String> settings =
                mailbox(" Beratung@Example.org ", "secret word").settings(Map.of());
        MailAccount account = new MailAccounts(NONE, () -> Map.of("beratung@example.org", settings))
                .all()
                .get(0);
        assertEquals("beratung@example.org", account.address());
        assertEquals("imap.example.org:993", account.imap().toString());
        assertEquals("smtp.example.org:2525", account.smtp().orElseThrow().toString());
        assertEquals("user", account.smtp().orElseThrow().user());
        assertTrue(account.imap().credential() instanceof Credential.Kept);
        assertEquals("", account.team());
        assertFalse(account.toString().contains("secret"));
        assertFalse(mailbox("a@b", "secret word").toString().contains("secret"));
    }

    @Test
    void keepsTheKnownPasswordWhereNoneIsTyped() {
        Map<String, String> known = mailbox("a@b", "known").settings(Map.of());
        assertEquals("known", mailbox("a@b", "").settings(known).get(AddedMailboxes.PASSWORD));
        assertEquals("new", mailbox("a@b", "new").settings(known).get(AddedMailboxes.PASSWORD));
        InvalidInput missing =
                assertThrows(InvalidInput.class, () -> mailbox("a@b", "").settings(Map.of()));
        assertEquals("password", missing.field());
    }

    @Test
    void tellsTheKnownPasswordToNoOtherServer() {
        Map<String, String> known = mailbox("a@b", "known").settings(Map.of());
        var elsewhere = new NewMailbox.Side("imap.example.net", "", "tls");
        for (NewMailbox moved : List.of(
                new NewMailbox("a@b", "user", "", elsewhere, SMTP),
                new NewMailbox("a@b", "user", "", IMAP, elsewhere))) {
            InvalidInput refused = assertThrows(InvalidInput.class, () -> moved.settings(known));
            assertEquals("password", refused.field());
            assertEquals("another-server", refused.reason());
        }
        var typed = new NewMailbox("a@b", "user", "new", elsewhere, SMTP);
        assertEquals("new", typed.settings(known).get(AddedMailboxes.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, imap.example.org, '', tls, address, not-an-address",
        "'', imap.example.org, '', tls, address, required",
        "a@b, '', '', tls, imapHost, required",
        "a@b, imap example, '', tls, imapHost, not-a-host",
        "a@b, imap.example.org, 0, tls, imapPort, not-a-port",
        "a@b, imap.example.org, 65536, tls, imapPort, not-a-port",
        "a@b, imap.example.org, x, tls, imapPort, not-a-port",
        "a@b, imap.example.org, '', ssl, imapSecurity, unknown-value",
        "a@b, imap.example.org, '', none, imapSecurity, only-this-machine"
    })
    void namesTheFieldThatDoesNotFit(
            String address, String host, String port, String security, String field, String reason) {
        var mailbox = new NewMailbox(address, "user", "word", new NewMailbox.Side(host, port, security), SMTP);
        InvalidInput refused = assertThrows(InvalidInput.class, () -> mailbox.settings(Map.of()));
        assertEquals(field, refused.field());
        assertEquals(reason, refused.reason());
    }

    /** Otherwise a line of a password could be a setting. */
    @Test
    void takesNoValueOfTwoLines() {
        for (String twoLines : List.of("word\nimap.host=elsewhere", "word\r\nx")) {
            assertThrows(InvalidInput.class, () -> mailbox("a@b", twoLines).settings(Map.of()));
            var user = new NewMailbox("a@b", twoLines, "word", IMAP, SMTP);
            assertThrows(InvalidInput.class, () -> user.settings(Map.of()));
        }
    }

    @Test
    void theSettingsFileGoesFirst() {
        Map<String, String> fixed = new HashMap<>(Map.of("obhut.mode", "demo"));
        fixed.putAll(Map.of(
                "obhut.mailbox.one.address", "a@b",
                "obhut.mailbox.one.team", "Erstkontakt",
                "obhut.mailbox.one.imap.host", "127.0.0.1",
                "obhut.mailbox.one.imap.security", "none",
                "obhut.mailbox.one.imap.user", "u",
                "obhut.mailbox.one.password-file", "pom.xml"));
        Map<String, Map<String, String>> rows = new HashMap<>();
        var accounts = new MailAccounts(Settings.of(fixed), () -> rows);
        assertEquals(1, accounts.all().size());
        rows.put("a@b", mailbox("a@b", "word").settings(Map.of()));
        rows.put("c@d", mailbox("c@d", "word").settings(Map.of()));
        accounts.changed();
        assertTrue(accounts.fixed("A@B"));
        assertEquals(
                List.of("Erstkontakt", ""),
                accounts.all().stream().map(MailAccount::team).toList());
        assertTrue(accounts.byAddress("C@D").isPresent());
        rows.remove("c@d");
        accounts.changed();
        assertTrue(accounts.byAddress("c@d").isEmpty());
    }
}
