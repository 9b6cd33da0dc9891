package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.attachment.Findings;
import org.obhut.attachment.Scan;

/** The files of a ticket's mails, on a real database with real keys. */
class TicketFilesIT {

    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void attachmentsComeBackByteForByteToReadersOnly() {
        byte[] bytes = new byte[200_000];
        fixture.random.nextBytes(bytes);
        UUID ticket = fixture.ticket(Mails.rosa().file("Ausweis.jpg", "image/jpeg", bytes));
        TimelineEntry.Attachment file = fixture.open(fixture.anna, ticket)
                .timeline()
                .get(0)
                .attachments()
                .get(0);
        assertEquals("Ausweis.jpg", file.name());
        assertEquals(200_000, file.size());
        assertArrayEquals(bytes, read(fixture.anna, ticket, file.id()));
        assertThrows(TicketNotFound.class, () -> read(fixture.ion, ticket, file.id()));
        UUID other = fixture.ticket(Mails.rosa());
        assertThrows(TicketNotFound.class, () -> read(fixture.anna, other, file.id()));
    }

    @Test
    void anEmptyFileIsAFileToo() {
        UUID ticket = fixture.ticket(Mails.rosa().file("leer.txt", "text/plain", new byte[0]));
        TimelineEntry.Attachment file = fixture.open(fixture.anna, ticket)
                .timeline()
                .get(0)
                .attachments()
                .get(0);
        assertEquals(0, read(fixture.anna, ticket, file.id()).length);
    }

    @Test
    void aFileInWhichMalwareWasFoundIsForLeadsAlone() {
        Findings found = Findings.NONE.with(new Scan(Scan.Result.FOUND, "Eicar"));
        byte[] bytes = {'x'};
        UUID ticket = fixture.ticket(
                Mails.rosa().file(new AttachmentContent("Rechnung.pdf", "application/pdf", null, bytes, found)));
        TimelineEntry.Attachment file = fixture.open(fixture.anna, ticket)
                .timeline()
                .get(0)
                .attachments()
                .get(0);
        assertThrows(Refused.class, () -> read(fixture.anna, ticket, file.id()));
        assertArrayEquals(bytes, read(fixture.leyla, ticket, file.id()));
    }

    private byte[] read(Caller caller, UUID ticket, UUID attachment) {
        return fixture.desk(desk -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            desk.attachment(caller, ticket, attachment, bytes);
            return bytes.toByteArray();
        });
    }
}
