package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.obhut.envelope.ErasedFiles;
import org.obhut.retention.Erasure;
import org.obhut.retention.ErasureStep;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Draft;
import org.obhut.ticket.DraftOrigin;
import org.obhut.ticket.NewReply;

/** Tickets to be erased on a real database, with real keys, and what is left of them. */
final class ErasureFixture implements AutoCloseable {

    final IntakeFixture intake;
    final DeskFixture desk;
    final ErasedFiles erased;
    final Erasure erasure;

    ErasureFixture(Path keys) {
        intake = new IntakeFixture(keys);
        desk = intake.desk;
        erased = new ErasedFiles(desk.keys);
        erasure = intake.erasure;
    }

    @Override
    public void close() {
        intake.close();
    }

    static String mail(String id, String subject, String... fields) {
        return "From: Mira <mira@client.example>\r\nTo: " + IntakeFixture.ADDRESS + "\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + id + "@client.example>\r\n" + String.join("", fields)
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nGuten Tag, ich habe eine Frage.\r\n"
                + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=Brief.pdf\r\n\r\n%PDF-1.4\r\n"
                + "--b--\r\n";
    }

    UUID ticket() {
        intake.take(mail("1", "Frage"));
        return intake.tickets().get(0).id();
    }

    /** A ticket with something of everything. */
    UUID fullTicket() {
        UUID ticket = ticket();
        intake.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n"));
        desk.open(desk.anna, ticket);
        desk.transactions.run(() -> desk.desk().note(desk.anna, ticket, "Notiz", Optional.empty()));
        long version = desk.open(desk.anna, ticket).row().version();
        AttachmentContent file = new AttachmentContent("Blatt.txt", "text/plain", new byte[200_000]);
        desk.transactions.run(
                () -> desk.desk().reply(desk.anna, ticket, new NewReply("Antwort", List.of(file), version, null)));
        desk.transactions.run(() -> {
            desk.composing().keep(desk.anna, ticket, Draft.of("Entwurf"), DraftOrigin.page(null), List.of(file));
            return true;
        });
        desk.statements.run(
                "INSERT INTO co_reader (ticket_id, person_id, reason, ends_at) VALUES (?, ?, 'ASKED', now())",
                ticket,
                desk.bela.person());
        return ticket;
    }

    void days(int days) {
        for (int day = 0; day < days; day++) {
            intake.day();
        }
    }

    boolean isThere(UUID ticket) {
        return rows("SELECT count(*) FROM ticket WHERE id = ?", ticket) == 1;
    }

    long rows(String sql, Object... arguments) {
        return desk.statements.list(sql, row -> row.getLong(1), arguments).get(0);
    }

    UUID another() {
        intake.take(mail("9", "Andere Frage"));
        return intake.tickets().get(0).id();
    }

    /** The ids of a ticket, its entries, files and drafts. */
    Set<UUID> ids(UUID ticket) {
        String sql = """
                SELECT id FROM ticket WHERE id = ? UNION SELECT id FROM ticket_item WHERE ticket_id = ?
                UNION SELECT attachment_id FROM attachment_segment WHERE ticket_id = ?
                UNION SELECT item_id FROM draft WHERE ticket_id = ?""";
        return new HashSet<>(
                desk.statements.list(sql, row -> row.getObject(1, UUID.class), ticket, ticket, ticket, ticket));
    }

    /** Every column of the schema in which one of these ids stands, as id, text or bytes. */
    List<String> holding(Set<UUID> ids) {
        List<String> found = new ArrayList<>();
        var columns = desk.statements.list("""
                SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
                USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'""", row -> List.of(row.getString(1), row.getString(2)));
        for (List<String> column : columns) {
            String cell = "\"" + column.get(1) + "\"::text";
            for (UUID id : ids) {
                String sql = "SELECT count(*) FROM \"" + column.get(0) + "\" WHERE strpos(" + cell
                        + ", ?) > 0 OR strpos(" + cell + ", ?) > 0 OR strpos(" + cell + ", ?) > 0";
                String hex = id.toString().replace("-", "");
                String ascii = HexFormat.of().formatHex(id.toString().getBytes());
                if (rows(sql, id.toString(), hex, ascii) > 0 && !found.contains(column.get(0) + "." + column.get(1))) {
                    found.add(column.get(0) + "." + column.get(1));
                }
            }
        }
        return found;
    }

    /** Waits until some transaction waits for a row that another has locked. */
    void untilSomebodyWaits() {
        until("somebody waits for the ticket's row", () -> rows("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                AND wait_event_type = 'Lock' AND wait_event IN ('tuple', 'transactionid')""") > 0);
    }

    /** All rows of what a ticket consists of. */
    long content() {
        return rows("""
                SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM ticket_item)
                    + (SELECT count(*) FROM attachment_segment) + (SELECT count(*) FROM draft)
                    + (SELECT count(*) FROM read_mark) + (SELECT count(*) FROM co_reader)
                    + (SELECT count(*) FROM seal) + (SELECT count(*) FROM lookup)""");
    }

    Erasure with(ErasureStep step) {
        return intake.erasing.copy().with(step).erasure();
    }

    record Step(Consumer<UUID> action) implements ErasureStep {
        @Override
        public void erase(UUID file) {
            action.accept(file);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, BooleanSupplier look) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!look.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
