package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.mime.MimeReader;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TimelineEntry;

/** Mails past a bound: who can do what with them, and that nothing of them is lost. On a real database. */
class QuarantineIT {

    private static final String DEEP =
            "Content-Type: message/rfc822\r\n\r\n".repeat(MimeReader.MAX_DEPTH + 1) + "Subject: x\r\n\r\nx";

    private static final String MIRA = "From: Mira <mira@client.example>\r\nTo: " + IntakeFixture.ADDRESS
            + "\r\nSubject: Frage zur Anmeldung\r\nMessage-ID: <1@client.example>\r\n\r\nGuten Tag.\r\n";

    @TempDir
    Path keys;

    private IntakeFixture fixture;

    @BeforeEach
    void start() {
        fixture = new IntakeFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aMailThatCannotBeReadGoesToTheLeadsAndNobodyElse() {
        fixture.take("X-Canary: visible\r\n" + DEEP);
        fixture.take(MIRA);
        assertEquals(new MailboxRows.Counts(2, 1, 0, 1), fixture.counts());
        Quarantine.Entry entry = fixture.quarantine.list(fixture.lead()).get(0);
        assertEquals("too-deep", entry.reason());
        assertEquals("Erstkontakt", entry.team());
        assertEquals(LocalDate.of(2026, 3, 2), entry.arrivedOn());
        assertEquals(LocalDate.of(2026, 4, 1), entry.eraseOn());
        assertEquals(2048, entry.size());
        assertEquals(1, fixture.quarantine.count(fixture.lead()));
        assertTrue(
                fixture.quarantine.asText(fixture.lead(), entry.id()).startsWith("X-Canary: visible\nContent-Type:"));
        assertEquals(0, fixture.quarantine.count(fixture.desk.anna));
        assertEquals(List.of(), fixture.quarantine.list(fixture.desk.ion));
        for (var caller : List.of(fixture.desk.anna, fixture.desk.ion, fixture.desk.admin)) {
            assertThrows(TicketNotFound.class, () -> fixture.quarantine.asText(caller, entry.id()));
            assertThrows(TicketNotFound.class, () -> fixture.quarantine.makeTicket(caller, entry.id()));
            assertThrows(TicketNotFound.class, () -> fixture.quarantine.tryAgain(caller, entry.id()));
            assertThrows(TicketNotFound.class, () -> fixture.quarantine.erase(caller, entry.id()));
            assertThrows(TicketNotFound.class, () -> original(caller, entry.id()));
        }
        assertEquals(
                Set.of(fixture.desk
                        .teams()
                        .readers(fixture.desk.team)
                        .leadsKey()
                        .reader()),
                fixture.changes.get(0).readers());
    }

    @Test
    void aMailAboveTheBoundIsQuarantinedByteForByteAndOnce() {
        byte[] head = MIRA.getBytes(StandardCharsets.US_ASCII);
        fixture.take(fixture.place(1), large(head));
        fixture.take(fixture.place(2), large(head));
        assertEquals(new MailboxRows.Counts(2, 0, 1, 1), fixture.counts());
        assertEquals("too-large", fixture.quarantine.list(fixture.lead()).get(0).reason());
        assertEquals(
                1L,
                fixture.desk
                        .statements
                        .list("SELECT count(DISTINCT quarantine_id) FROM quarantine_segment", row -> row.getLong(1))
                        .get(0));
    }

    private static InputStream large(byte[] head) {
        return new SequenceInputStream(
                new ByteArrayInputStream(head), new ByteArrayInputStream(new byte[IntakeFixture.LARGEST + 1]));
    }

    @Test
    void aMailWhoseBytesCannotBeFetchedToTheEndLeavesNothing() {
        InputStream broken = new SequenceInputStream(large(new byte[0]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        });
        assertThrows(UncheckedIOException.class, () -> fixture.take(fixture.place(1), broken));
        assertEquals(new MailboxRows.Counts(0, 0, 0, 0), fixture.counts());
        assertEquals(0, fixture.quarantine.count(fixture.lead()));
    }

    @Test
    void aLeadMakesATicketOfWhateverItIs() {
        fixture.take("From: Mira <mira@client.example>\r\n" + DEEP);
        UUID id = fixture.quarantine.list(fixture.lead()).get(0).id();
        UUID ticket = fixture.quarantine.makeTicket(fixture.lead(), id).ticket();
        TimelineEntry entry =
                fixture.desk.open(fixture.desk.anna, ticket).timeline().get(0);
        assertEquals("mira@client.example", entry.from().address());
        assertTrue(entry.text().contains("Content-Type: message/rfc822"));
        assertEquals("mail.eml", entry.attachments().get(0).name());
        assertEquals(0, fixture.quarantine.count(fixture.lead()));
        assertThrows(TicketNotFound.class, () -> fixture.quarantine.asText(fixture.lead(), id));
    }

    @Test
    void quarantineEndsByALeadOrAfterThirtyDays() {
        fixture.take(DEEP);
        fixture.take("X: 2\r\n" + DEEP);
        fixture.quarantine.erase(
                fixture.lead(), fixture.quarantine.list(fixture.lead()).get(0).id());
        for (int day = 0; day < 29; day++) {
            fixture.day();
        }
        assertEquals(1, fixture.quarantine.count(fixture.lead()));
        fixture.day();
        assertEquals(0, fixture.quarantine.count(fixture.lead()));
        assertEquals(
                List.of(0L),
                fixture.desk.statements.list("SELECT count(*) FROM quarantine_segment", row -> row.getLong(1)));
    }

    private byte[] original(Caller caller, UUID id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fixture.quarantine.original(caller, id, bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsTooLargeToBeReadCanBeHadWholeAlsoAfterATicketWasMadeOfItsBeginning() throws IOException {
        byte[] head = MIRA.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = large(head).readAllBytes();
        fixture.take(fixture.place(1), large(head));
        UUID id = fixture.quarantine.list(fixture.lead()).get(0).id();
        assertArrayEquals(whole, original(fixture.lead(), id));
        Quarantine.Made made = fixture.quarantine.makeTicket(fixture.lead(), id);
        assertFalse(made.whole());
        TimelineEntry entry =
                fixture.desk.open(fixture.desk.anna, made.ticket()).timeline().get(0);
        assertEquals("mira@client.example", entry.from().address());
        assertEquals("mail-beginning.eml", entry.attachments().get(0).name());
        assertEquals(IntakeFixture.LARGEST, entry.attachments().get(0).size());
        assertArrayEquals(whole, original(fixture.lead(), id));
    }

    @Test
    void whatCanBeReadNowIsReadAndWhatCannotStays() throws IOException {
        fixture.take(DEEP);
        UUID id = fixture.quarantine.list(fixture.lead()).get(0).id();
        assertTrue(fixture.quarantine.tryAgain(fixture.lead(), id).isEmpty());
        assertArrayEquals(DEEP.getBytes(StandardCharsets.US_ASCII), original(fixture.lead(), id));
    }
}
