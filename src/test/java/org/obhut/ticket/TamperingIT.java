package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.Root;

/** Whoever can write to the database can put nothing in another's place unnoticed. */
class TamperingIT {

    private DeskFixture fixture;
    private UUID ticket;
    private UUID other;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa().file("a.bin", "application/octet-stream", new byte[150_000]));
        other = fixture.ticket(Mails.rosa().text("Ein anderes Anliegen"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void tamper(String sql, Object... arguments) {
        assertEquals(1, fixture.statements.run(sql, arguments), sql);
    }

    private void assertRefused() {
        assertThrows(EnvelopeException.class, () -> fixture.open(fixture.anna, ticket));
    }

    @Test
    void aSummaryOfAnotherTicketIsRefusedAndTheFolderStaysUsable() {
        tamper(
                "UPDATE ticket SET (summary_wrap, summary) = (SELECT summary_wrap, summary FROM ticket WHERE id = ?) WHERE id = ?",
                other,
                ticket);
        assertRefused();
        var rows = fixture.list(fixture.anna, Folder.NEW);
        assertEquals(2, rows.size());
        assertEquals("Frage zur Anmeldung", rows.get(0).subject());
        assertEquals("", rows.get(1).subject());
    }

    @Test
    void aBodyOfAnotherEntryIsRefused() {
        fixture.append(ticket, Mails.rosa().text("Später"));
        fixture.open(fixture.anna, ticket);
        tamper(
                "UPDATE ticket_item i SET body = o.body FROM ticket_item o"
                        + " WHERE i.ticket_id = ? AND o.ticket_id = i.ticket_id AND i.rank < o.rank",
                ticket);
        assertRefused();
    }

    @Test
    void anEntryOfAnotherTicketIsRefused() {
        tamper("UPDATE ticket_item SET ticket_id = ? WHERE ticket_id = ?", ticket, other);
        assertRefused();
    }

    @Test
    void aSealOfAnotherTicketIsRefused() {
        tamper(
                "UPDATE seal s SET sealed = o.sealed FROM seal o"
                        + " WHERE s.file = ? AND o.file = ? AND s.reader = ? AND o.reader = s.reader",
                ticket,
                other,
                fixture.teams.readerOf(fixture.team));
        assertRefused();
    }

    @Test
    void aForeignPublicKeyIsNoticedByTheNextReader() {
        byte[] foreign = Root.random(fixture.random).sealingKey().encoded();
        tamper("UPDATE ticket SET public_key = ? WHERE id = ?", foreign, ticket);
        assertRefused();
    }

    @Test
    void aCutOrMovedFileIsRefused() {
        var file = fixture.open(fixture.anna, ticket)
                .timeline()
                .get(0)
                .attachments()
                .get(0);
        tamper("DELETE FROM attachment_segment WHERE attachment_id = ? AND last", file.id());
        assertThrows(EnvelopeException.class, () -> read(file.id()));
        tamper("UPDATE attachment_segment SET last = true WHERE attachment_id = ? AND index = 1", file.id());
        assertThrows(EnvelopeException.class, () -> read(file.id()));
        tamper(
                "UPDATE attachment_segment s SET sealed = o.sealed FROM attachment_segment o"
                        + " WHERE s.attachment_id = ? AND s.index = 0 AND o.attachment_id = s.attachment_id AND o.index = 1",
                file.id());
        assertThrows(EnvelopeException.class, () -> read(file.id()));
    }

    private boolean read(UUID attachment) {
        return fixture.desk(desk -> {
            desk.attachment(fixture.anna, ticket, attachment, new ByteArrayOutputStream());
            return true;
        });
    }
}
