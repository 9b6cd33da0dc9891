package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketRow;

/** What a filter calls spam lies apart, is due never, and comes back whole. */
class SpamIT {

    @TempDir
    Path keys;

    private IntakeFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void start(String... settings) {
        fixture = new IntakeFixture(keys, account -> {
            AccountSettings set = account;
            for (int i = 0; i < settings.length; i += 2) {
                set = set.set(settings[i], settings[i + 1]);
            }
            return set;
        });
    }

    private void take(String id, String... fields) {
        fixture.take("From: mira@client.example\r\nTo: " + IntakeFixture.ADDRESS
                + "\r\nSubject: Frage\r\nMessage-ID: <" + id + "@client.example>\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList())
                + "\r\nGuten Tag, ich habe eine Frage.\r\n");
    }

    private List<TicketRow> spam() {
        return fixture.desk.list(fixture.desk.anna, Folder.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Spam-Flag: YES",
                "X-Spam-Status: Yes, score=9.1 required=5.0",
                "X-Spam: Yes",
                "X-MS-Exchange-Organization-SCL: 6",
                "X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:DE;LANG:de;SCL:5;SFV:SPM;DIR:INB;",
                "X-GMX-Antispam: 5 (GMX Filter); Detail=V3;",
                "X-Rspamd-Action: add header"
            })
    void aFiltersWordPutsItApart(String field) {
        start();
        take("1", field);
        assertEquals(List.of(), fixture.tickets());
        TicketRow row = spam().get(0);
        assertTrue(row.spam());
        assertNull(row.dueAt());
        assertEquals(inFourteenDays(), row.eraseOn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Spam-Flag: NO",
                "X-Spam-Status: No, score=-1",
                "X-Spam: undefined",
                "X-MS-Exchange-Organization-SCL: 1",
                "X-MS-Exchange-Organization-SCL: -1",
                "X-Forefront-Antispam-Report: SCL:9;SFV:SPM;DIR:OUT;",
                "X-GMX-Antispam: 0 (Mail was not recognized as spam); Detail=V3;",
                "X-Rspamd-Action: no action",
                "Authentication-Results: mx.obhut.example; dmarc=fail (p=reject) header.from=client.example"
            })
    void noOtherWordDoes(String field) {
        start();
        take("1", field);
        assertEquals(1, fixture.tickets().size());
        assertEquals(List.of(), spam());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.obhut.example; dmarc=fail (p=REJECT dis=NONE) header.from=client.example",
                "mx.obhut.example; spf=pass smtp.mailfrom=x.example; dmarc=fail (policy=quarantine) header.from=a.example",
                "mx.obhut.example; dmarc=fail action=quarantine header.from=client.example",
                "mx.obhut.example; dmarc=fail policy.published-domain-policy=reject header.from=client.example"
            })
    void theNamedServersDmarcCounts(String results) {
        start("spam.authserv-id", "mx.obhut.example");
        take("1", "Authentication-Results: " + results);
        take("2", "Authentication-Results: " + results.replace("mx.obhut", "mx.elsewhere"));
        take("3", "Authentication-Results: mx.obhut.example; dmarc=fail (p=none) header.from=client.example");
        assertEquals(1, spam().size());
        assertEquals(2, fixture.tickets().size());
    }

    @Test
    void fieldsCanBeLeftOut() {
        start("spam.fields", "none");
        take("1", "X-Spam-Flag: YES");
        assertEquals(1, fixture.tickets().size());
    }

    @Test
    void aFormAndAKnownConversationAreNeverSpam() {
        start();
        fixture.take("From: portal@cara.example\r\nReply-To: mira@client.example\r\nTo: " + IntakeFixture.ADDRESS
                + "\r\nSubject: Formular\r\nMessage-ID: <f@cara.example>\r\nX-Spam-Flag: YES\r\n\r\nHilfe.\r\n");
        take("1");
        take("2", "In-Reply-To: <1@client.example>", "X-Spam-Flag: YES");
        assertEquals(List.of(), spam());
        assertEquals(2, fixture.tickets().size());
    }

    @Test
    void whoWritesAgainBringsTheTicketOut() {
        start();
        take("1", "X-Spam-Flag: YES");
        take("2", "In-Reply-To: <1@client.example>");
        assertEquals(List.of(), spam());
        assertNotNull(fixture.tickets().get(0).dueAt());
    }

    @Test
    void whoWritesAgainAndIsCondemnedAgainDoesNot() {
        start();
        take("1", "X-Spam-Flag: YES");
        fixture.desk.clock.move(Duration.ofDays(3));
        take("2", "In-Reply-To: <1@client.example>", "X-Spam-Flag: YES");
        TicketRow row = spam().get(0);
        assertEquals(2, row.messageCount());
        assertNull(row.dueAt());
        assertEquals(inFourteenDays(), row.eraseOn(), "of the later mail");
    }

    @Test
    void whatAPersonCallsSpamStaysSpamWhateverComes() {
        start();
        take("1");
        UUID id = fixture.tickets().get(0).id();
        move(id, true, fixture.tickets().get(0).version());
        fixture.desk.clock.move(Duration.ofDays(3));
        take("2", "In-Reply-To: <1@client.example>");
        assertEquals(List.of(), fixture.tickets());
        TicketRow row = spam().get(0);
        assertEquals(2, row.messageCount());
        assertNull(row.dueAt());
        assertEquals(inFourteenDays(), row.eraseOn(), "of the later mail");
        // Another conversation of the same sender is none of it.
        take("3");
        assertEquals(1, fixture.tickets().size());
    }

    @Test
    void aPersonsMarkEndsWithAPerson() {
        start();
        take("1");
        UUID id = fixture.tickets().get(0).id();
        move(id, true, fixture.tickets().get(0).version());
        take("2", "In-Reply-To: <1@client.example>");
        move(id, false, spam().get(0).version());
        assertNotNull(fixture.tickets().get(0).dueAt(), "the later mail waits for its answer");
        take("3", "In-Reply-To: <1@client.example>");
        assertEquals(List.of(), spam());
        assertEquals(3, fixture.tickets().get(0).messageCount());
    }

    @Test
    void spamIsNotAcknowledged() {
        start("acknowledge", "true", "smtp.host", "127.0.0.1", "smtp.security", "none");
        take("1", "X-Spam-Flag: YES");
        assertEquals(1, spam().size());
        assertEquals(List.of(), fixture.desk.sent());
        assertEquals(new AcknowledgementRows.Counts(0, 0), fixture.acknowledged.counts(IntakeFixture.ADDRESS));
        // The same sender's mail that is no spam: nothing else kept the first from being acknowledged.
        take("2");
        assertEquals(1, fixture.desk.sent().size());
    }

    private LocalDate inFourteenDays() {
        return LocalDate.ofInstant(fixture.desk.clock.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(14);
    }

    @Test
    void peopleMoveItBothWays() {
        start();
        take("1");
        TicketRow before = fixture.tickets().get(0);
        UUID id = before.id();
        long version = move(id, true, before.version());
        assertEquals(List.of(), fixture.tickets());
        assertNull(spam().get(0).dueAt());
        assertEquals(version, move(id, true, version), "nothing happens twice");
        version = move(id, false, version);
        TicketRow after = fixture.tickets().get(0);
        assertEquals(before.dueAt(), after.dueAt());
        assertEquals(before.eraseOn(), after.eraseOn());
        assertFalse(after.spam());
        assertEquals(List.of(), spam());
    }

    private long move(UUID id, boolean spam, long version) {
        return fixture.desk.transactions.run(() -> fixture.desk.desk().spam(fixture.desk.anna, id, spam, version));
    }
}
