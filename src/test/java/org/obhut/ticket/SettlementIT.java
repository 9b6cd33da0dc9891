package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;

/** The first reader pays for HPKE, the next one does not, and nobody sees a difference. */
class SettlementIT {

    /** A ciphertext of X-Wing alone has 1,120 bytes. */
    private static final int HPKE = 1120;

    private DeskFixture fixture;
    private UUID ticket;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa());
        fixture.append(ticket, Mails.rosa().id("a2@client.example").text("Zwei"));
        fixture.append(ticket, Mails.rosa().text("Drei"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private long count(String sql, Object... arguments) {
        return fixture.statements.list(sql, row -> row.getLong(1), arguments).get(0);
    }

    private long byHpke() {
        return count("SELECT count(*) FROM ticket_item WHERE octet_length(wrap) > ?", HPKE);
    }

    private long heads() {
        return count("SELECT count(*) FROM ticket_item WHERE head IS NOT NULL");
    }

    private long sealsByHpke(Caller caller) {
        return count(
                "SELECT count(*) FROM seal WHERE reader = ANY (?) AND octet_length(sealed) > ?",
                caller.keyring().readers(),
                HPKE);
    }

    private static List<String> texts(TicketView view) {
        return view.timeline().stream().map(TimelineEntry::text).toList();
    }

    @Test
    void openingSettlesWithoutMovingTheVersion() {
        assertEquals(2, byHpke());
        assertEquals(2, heads());
        assertEquals(1, sealsByHpke(fixture.anna));
        TicketRow before = fixture.list(fixture.bela, Folder.NEW).get(0);
        TicketView first = fixture.open(fixture.anna, ticket);
        assertEquals(0, byHpke());
        assertEquals(0, heads());
        assertEquals(0, sealsByHpke(fixture.anna));
        assertEquals(3, fixture.version(ticket));
        assertEquals(before, fixture.list(fixture.bela, Folder.NEW).get(0));
        assertEquals(3, before.messageCount());
        assertEquals(texts(first), texts(fixture.open(fixture.bela, ticket)));
        fixture.reply(fixture.bela, ticket, "Antwort");
        assertEquals("a2@client.example", fixture.outbox.last().inReplyTo());
    }

    @Test
    void listingStoresNothing() {
        fixture.list(fixture.anna, Folder.NEW);
        assertEquals(2, byHpke());
        assertEquals(2, heads());
    }

    @Test
    void whileSomeoneElseChangesTheTicketItIsReadAndLeftAsItIs() throws SQLException {
        try (Connection other = fixture.transactions.database().getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.createStatement()) {
                lock.execute("SELECT 1 FROM ticket FOR NO KEY UPDATE");
                TicketView view = fixture.open(fixture.anna, ticket);
                assertEquals(3, view.row().messageCount());
                assertTrue(texts(view).contains("Drei"));
                assertEquals(2, byHpke());
            }
            other.rollback();
        }
        fixture.open(fixture.anna, ticket);
        assertEquals(0, byHpke());
    }

    @Test
    void aChangeFoldsWhatCameInBefore() {
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.WAITING, 3));
        assertEquals(0, heads());
        assertEquals(3, fixture.list(fixture.anna, Folder.TEAM).get(0).messageCount());
    }
}
