package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.outbox.SenderIdentity;
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

    private MailAccount account() {
        return new MailAccounts(Settings.of(values)).all().get(0);
    }

    @Test
    void needsLittleAndIsSafeByDefault() throws IOException {
        MailAccount account = account();
        assertEquals("beratung@obhut.example", account.address());
        assertEquals(MailServer.Security.TLS, account.imap().security());
        assertEquals(993, account.imap().port());
        assertEquals("geheim", account.imap().password().reveal());
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

    @Test
    void refusesTwoMailboxesOfOneAddress() {
        Map.copyOf(values).forEach((name, value) -> values.put(name.replace(".beratung.", ".zweite."), value));
        assertThrows(InvalidSetting.class, this::account);
    }

    @Test
    void tellsTheOutboxHowToSend() {
        set("smtp.host", "127.0.0.1");
        set("smtp.security", "none");
        set("name", "Beratungsstelle");
        SmtpSide side = new SmtpSide(new MailAccounts(Settings.of(values)), Settings.of(values));
        SmtpAccount account = side.account("BERATUNG@obhut.example").orElseThrow();
        assertEquals(new SmtpAccount("127.0.0.1", 25, "none", null, null), account);
        set("smtp.host", "smtp.obhut.example");
        set("smtp.security", "tls");
        side = new SmtpSide(new MailAccounts(Settings.of(values)), Settings.of(values));
        account = side.account("beratung@obhut.example").orElseThrow();
        assertEquals(new SmtpAccount("smtp.obhut.example", 465, "tls", "beratung", "geheim"), account);
        assertEquals(Optional.empty(), side.account("other@obhut.example"));
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
        SmtpSide side = new SmtpSide(new MailAccounts(Settings.of(values)), Settings.of(values));
        assertEquals(
                new SenderIdentity("beratung@obhut.example", "Beratungsstelle", subject, false),
                side.sender("beratung@obhut.example", language));
    }
}
