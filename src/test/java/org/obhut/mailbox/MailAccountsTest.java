package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.oauth.OAuthClient;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.outbox.SenderIdentity;
import org.obhut.outbox.SignIn;
import org.obhut.outbox.SmtpAccount;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

class MailAccountsTest {

    private static final String PREFIX = "obhut.mailbox.beratung.";

    @TempDir
    Path folder;

    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void minimum() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "geheim\n");
        values.put("obhut.mode", "demo");
        set("address", "Beratung@Obhut.example");
        set("team", "Erstkontakt");
        set("imap.host", "imap.obhut.example");
        set("imap.user", "beratung");
        set("password-file", password.toString());
    }

    private void set(String key, String value) {
        values.put(PREFIX + key, value);
    }

    @Test
    void aChangeWhileTheRowsAreReadIsNotMissed() throws InterruptedException {
        Map<String, Map<String, String>> rows = new HashMap<>();
        rows.put(
                "neu@obhut.example",
                Map.of("address", "neu@obhut.example", "imap.host", "imap.obhut.example", "imap.user", "neu"));
        AtomicReference<MailAccounts> accounts = new AtomicReference<>();
        Thread removal = new Thread(() -> accounts.get().changed());
        accounts.set(new MailAccounts(Settings.of(values), () -> {
            Map<String, Map<String, String>> read = Map.copyOf(rows);
            if (rows.remove("neu@obhut.example") != null) {
                removal.start();
                while (removal.getState() != Thread.State.BLOCKED && removal.isAlive()) {
                    Thread.onSpinWait();
                }
            }
            return read;
        }));

        assertEquals(2, accounts.get().all().size());
        removal.join();
        assertEquals(1, accounts.get().all().size());
    }

    private MailAccount account() {
        return new MailAccounts(Settings.of(values), Map::of).all().get(0);
    }

    @Test
    void needsLittleAndIsSafeByDefault() throws IOException {
        MailAccount account = account();
        assertEquals("beratung@obhut.example", account.address());
        assertEquals(MailServer.Security.TLS, account.imap().security());
        assertEquals(993, account.imap().port());
        assertEquals(
                new Credential.Password(folder.resolve("password")),
                account.imap().credential());
        assertEquals(Optional.empty(), account.smtp());
        assertEquals(Duration.ZERO, account.fetching().expungeAfter());
        assertEquals(Optional.empty(), account.fetching().firstContact());
        assertFalse(account.appearance().subaddressing());
        assertEquals(Set.of(), account.webForms().senders());
    }

    @Test
    void readsEverySetting() {
        set("imap.security", "starttls");
        set("smtp.host", "smtp.obhut.example");
        set("smtp.security", "starttls");
        set("smtp.user", "sender");
        set("subaddressing", "true");
        set("first-contact", "2026-01-31");
        set("expunge-after", "48");
        set("poll-seconds", "30");
        set("move-to", "Übernommen");
        set("web-forms", "portal@cara.example, Form@cara.example");
        MailAccount account = account();
        assertEquals(143, account.imap().port());
        assertEquals(587, account.smtp().orElseThrow().port());
        assertEquals("sender", account.smtp().orElseThrow().user());
        assertTrue(account.appearance().subaddressing());
        assertEquals(
                Optional.of(new FirstContact.Since(LocalDate.of(2026, 1, 31))),
                account.fetching().firstContact());
        assertEquals(Duration.ofHours(48), account.fetching().expungeAfter());
        assertEquals(Duration.ofSeconds(30), account.fetching().poll());
        assertEquals("Übernommen", account.fetching().moveTo());
        assertEquals(
                Set.of("portal@cara.example", "form@cara.example"),
                account.webForms().senders());
    }

    @ParameterizedTest
    @CsvSource({
        "address, nobody, must be an address such as name@example.org",
        "address, '', must be set",
        "team, '', must be set",
        "imap.host, '', must be set",
        "imap.user, '', must be set",
        "imap.port, 70000, must be a number from 1 to 65535",
        "imap.security, ssl, 'must be one of none, starttls, tls'",
        "imap.security, none, may be 'none' for a loopback address only",
        "password-file, /nowhere, must name a file that can be read",
        "password-file, '', must be set",
        "first-contact, some, 'must be ''all'', ''new'' or a day such as 2026-01-31'",
        "expunge-after, -1, must be a number from 1 to 8760",
        "subaddressing, maybe, 'must be one of false, true'",
    })
    void namesTheSettingThatCannotBeUsedAndNotItsValue(String key, String value, String rule) {
        set(key, value);
        String message = assertThrows(InvalidSetting.class, this::account).getMessage();
        assertTrue(message.startsWith(PREFIX + key + ' '), message);
        if (!rule.startsWith("may be")) {
            assertEquals(PREFIX + key + ' ' + rule, message);
        }
    }

    private OAuthClient oauth() {
        return ((Credential.OAuth) account().imap().credential()).client();
    }

    private void oauth(String preset) {
        set("auth", "oauth2");
        set("oauth2.preset", preset);
        set("oauth2.client-id", "client-1");
        set("oauth2.client-secret-file", folder.resolve("password").toString());
        values.remove(PREFIX + "password-file");
    }

    @Test
    void knowsMicrosoft() {
        oauth("microsoft");
        set("oauth2.tenant", "obhut.onmicrosoft.example");
        assertEquals(
                "https://login.microsoftonline.com/obhut.onmicrosoft.example/oauth2/v2.0/token",
                oauth().tokenEndpoint().toString());
        assertEquals("https://outlook.office365.com/.default", oauth().scope());
        set("oauth2.refresh-token-file", folder.resolve("password").toString());
        assertTrue(oauth().scope().contains("IMAP.AccessAsUser.All")
                && oauth().scope().contains("offline_access"));
        set("oauth2.token-endpoint", "https://login.partner.example/token");
        set("oauth2.scope", "mail");
        assertEquals(
                "https://login.partner.example/token", oauth().tokenEndpoint().toString());
        assertEquals("mail", oauth().scope());
        assertFalse(oauth().toString().contains("client-1"));
    }

    @Test
    void knowsGoogle() {
        oauth("google");
        assertEquals(
                PREFIX + "oauth2.refresh-token-file must be set for this preset",
                assertThrows(InvalidSetting.class, this::account).getMessage());
        set("oauth2.refresh-token-file", folder.resolve("password").toString());
        values.remove(PREFIX + "oauth2.client-secret-file");
        assertEquals(
                "https://oauth2.googleapis.com/token", oauth().tokenEndpoint().toString());
        assertEquals("https://mail.google.com/", oauth().scope());
    }

    @Test
    void oneSideCanSignInInAnotherWay() {
        oauth("none");
        set("oauth2.token-endpoint", "http://127.0.0.1:8081/token");
        set("smtp.host", "smtp.obhut.example");
        set("smtp.auth", "password");
        set("smtp.password-file", folder.resolve("password").toString());
        assertTrue(account().imap().credential() instanceof Credential.OAuth);
        assertTrue(account().smtp().orElseThrow().credential() instanceof Credential.Password);
    }

    @ParameterizedTest
    @CsvSource({
        "oauth2.token-endpoint, '', must be set",
        "oauth2.token-endpoint, http://login.example/token, must be an https address",
        "oauth2.token-endpoint, https://a:b@login.example/token, must be an https address",
        "oauth2.token-endpoint, 'https://login example', must be an https address",
        "oauth2.client-id, '', must be set",
        "oauth2.client-secret-file, '', must be set where there is no oauth2.refresh-token-file",
        "oauth2.client-secret-file, /nowhere, must name a file that can be read",
        "oauth2.refresh-token-file, /nowhere, must name a file that can be read",
        "oauth2.preset, apple, 'must be one of none, microsoft, google'",
        "oauth2.preset, google, must be set for this preset",
        "oauth2.scope, 'a \"b', must be words separated by blanks",
        "auth, kerberos, 'must be one of password, oauth2'",
        "ca-file, PASSWORD, must name a file with certificates in PEM",
    })
    void namesTheSettingOfASignInThatCannotBeUsed(String key, String value, String rule) {
        oauth("none");
        set("oauth2.token-endpoint", "https://login.example/token");
        set(key, value.equals("PASSWORD") ? folder.resolve("password").toString() : value);
        String named = value.equals("google") ? "oauth2.refresh-token-file" : key;
        assertEquals(
                PREFIX + named + ' ' + rule,
                assertThrows(InvalidSetting.class, this::account).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a?b", "common#x"})
    void takesNoTenantThatLeadsElsewhere(String tenant) {
        oauth("microsoft");
        set("oauth2.tenant", tenant);
        assertTrue(
                assertThrows(InvalidSetting.class, this::account).getMessage().contains("oauth2.tenant"));
    }

    @Test
    void refusesTwoMailboxesOfOneAddress() {
        Map.copyOf(values).forEach((name, value) -> values.put(name.replace(".beratung.", ".zweite."), value));
        assertThrows(InvalidSetting.class, this::account);
    }

    @Test
    void tellsTheOutboxHowToSend() throws Exception {
        set("smtp.host", "127.0.0.1");
        set("smtp.security", "none");
        set("name", "Beratungsstelle");
        assertEquals(
                new SmtpAccount("127.0.0.1", 25, "none", null, null), smtpSide().account("BERATUNG@obhut.example"));
        set("smtp.host", "smtp.obhut.example");
        set("smtp.security", "tls");
        SmtpSide side = smtpSide();
        assertEquals(
                new SmtpAccount("smtp.obhut.example", 465, "tls", new SignIn("beratung", "geheim", false), null),
                side.account("beratung@obhut.example"));
        AccountUnavailable unknown = assertThrows(AccountUnavailable.class, () -> side.account("other@obhut.example"));
        assertEquals("mailbox-not-configured", unknown.reason());
        Files.delete(folder.resolve("password"));
        AccountUnavailable unreadable =
                assertThrows(AccountUnavailable.class, () -> side.account("beratung@obhut.example"));
        assertEquals("password-file", unreadable.reason());
    }

    private SmtpSide smtpSide() {
        return new SmtpSide(
                new MailAccounts(Settings.of(values), Map::of),
                new Credentials(null, null),
                Settings.of(values),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "de, Ihre Nachricht",
        "en-GB, Your message",
        "ro, Mesajul dumneavoastră",
        "bg, Вашето съобщение",
        "es, Su mensaje",
        "und, Ihre Nachricht",
        "tr, Mesajınız",
    })
    void choosesANeutralSubjectInTheClientsLanguage(String language, String subject) {
        set("name", "Beratungsstelle");
        set("subject.tr", "Mesajınız");
        SmtpSide side = smtpSide();
        assertEquals(
                new SenderIdentity("beratung@obhut.example", "Beratungsstelle", subject, false, false, false),
                side.sender("beratung@obhut.example", language));
    }
}
