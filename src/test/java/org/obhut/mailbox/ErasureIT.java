package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.envelope.ErasedFiles;
import org.obhut.retention.Erasure;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileHeld;
import org.obhut.retention.Kind;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketNotFound;

/** The end of tickets and quarantined mails on a real database, with real keys: all of it, only it, and only on its day. */
class ErasureIT {

    @TempDir
    Path keys;

    private IntakeFixture fixture;
    private ErasedFiles erased;

    @BeforeEach
    void start() {
        fixture = new IntakeFixture(keys);
        erased = new ErasedFiles(fixture.desk.keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String mail(String id, String subject, String... fields) {
        return "From: Mira <mira@client.example>\r\nTo: " + IntakeFixture.ADDRESS + "\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + id + "@client.example>\r\n" + String.join("", fields)
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nGuten Tag, ich habe eine Frage.\r\n"
                + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=Brief.pdf\r\n\r\n%PDF-1.4\r\n"
                + "--b--\r\n";
    }

    private UUID ticket() {
        fixture.take(mail("1", "Frage"));
        return fixture.tickets().get(0).id();
    }

    /** A ticket with something of everything. */
    private UUID fullTicket() {
        UUID ticket = ticket();
        fixture.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n"));
        var desk = fixture.desk;
        desk.open(desk.anna, ticket);
        desk.transactions.run(() -> desk.desk().note(desk.anna, ticket, "Notiz", Optional.empty()));
        long version = desk.open(desk.anna, ticket).row().version();
        AttachmentContent file = new AttachmentContent("Blatt.txt", "text/plain", new byte[200_000]);
        desk.transactions.run(
                () -> desk.desk().reply(desk.anna, ticket, new NewReply("Antwort", List.of(file), version, null)));
        desk.transactions.run(() -> {
            desk.desk().draft(desk.anna, ticket, Draft.of("Entwurf"));
            return true;
        });
        desk.statements.run(
                "INSERT INTO co_reader (ticket_id, person_id, reason, ends_at) VALUES (?, ?, 'ASKED', now())",
                ticket,
                desk.bela.person());
        return ticket;
    }

    private void days(int days) {
        for (int day = 0; day < days; day++) {
            fixture.day();
        }
    }

    private boolean isThere(UUID ticket) {
        return rows("SELECT count(*) FROM ticket WHERE id = ?", ticket) == 1;
    }

    private long rows(String sql, Object... arguments) {
        return fixture.desk
                .statements
                .list(sql, row -> row.getLong(1), arguments)
                .get(0);
    }

    @Test
    void aTicketEndsNinetyDaysAfterTheLastContact() {
        UUID ticket = ticket();
        days(89);
        assertTrue(isThere(ticket));
        assertFalse(erased.contains(ticket));
        days(1);
        assertFalse(isThere(ticket));
        assertTrue(erased.contains(ticket), "a restore has to know");
        assertEquals(1, rows("SELECT sum(number) FROM audit_line WHERE act = 'TICKETS_ERASED'"));
        assertEquals(0, rows("SELECT count(*) FROM audit_line WHERE subject IS NOT NULL OR actor IS NOT NULL"));
    }

    @Test
    void aClosedTicketEndsAfterThirtyDays() {
        UUID ticket = ticket();
        var desk = fixture.desk;
        long version = desk.open(desk.anna, ticket).row().version();
        desk.transactions.run(() -> desk.desk().status(desk.anna, ticket, Status.CLOSED, version));
        days(29);
        assertTrue(isThere(ticket));
        days(1);
        assertFalse(isThere(ticket));
    }

    @Test
    void spamEndsAfterFourteenDays() {
        fixture.take(mail("1", "Gewinn", "X-Spam-Flag: YES\r\n"));
        UUID spam = fixture.desk.list(fixture.desk.anna, Folder.SPAM).get(0).id();
        days(13);
        assertTrue(isThere(spam));
        days(1);
        assertFalse(isThere(spam));
    }

    @Test
    void aQuarantinedMailEndsAfterThirtyDays() {
        fixture.take("");
        UUID mail = fixture.quarantine.list(fixture.lead()).get(0).id();
        days(29);
        assertEquals(1, fixture.quarantine.count(fixture.lead()));
        days(1);
        assertEquals(0, fixture.quarantine.count(fixture.lead()));
        assertEquals(List.of(), holding(Set.of(mail)));
        assertTrue(erased.contains(mail));
    }

    @Test
    void aQuarantinedMailThatBecameATicketDoesNotComeBackEither() {
        fixture.take("");
        UUID mail = fixture.quarantine.list(fixture.lead()).get(0).id();
        fixture.quarantine.makeTicket(fixture.lead(), mail);
        assertTrue(erased.contains(mail));
        assertEquals(1, fixture.tickets().size());
    }

    @Test
    void nothingNamesAnErasedTicketOrItsEntries() throws Exception {
        UUID ticket = fullTicket();
        UUID other = another();
        Set<UUID> ids = ids(ticket);
        assertTrue(ids.size() > 6, "ticket, four entries, two files, a draft");
        Set<String> before = new HashSet<>(holding(ids));
        assertTrue(
                before.containsAll(Set.of(
                        "ticket.id",
                        "ticket_item.ticket_id",
                        "attachment_segment.attachment_id",
                        "draft.item_id",
                        "read_mark.ticket_id",
                        "co_reader.ticket_id",
                        "seal.file",
                        "lookup.file",
                        "lookup.item")),
                before::toString);

        assertTrue(fixture.erasure.now(Kind.TICKET, ticket, () -> {}));

        assertEquals(List.of(), holding(ids));
        assertTrue(isThere(other));
        assertEquals(1, fixture.tickets().size());
        assertEquals(
                "Andere Frage",
                fixture.desk.open(fixture.desk.anna, other).row().subject());
        assertFalse(fixture.erasure.now(Kind.TICKET, ticket, () -> {}), "gone is gone");
    }

    private UUID another() {
        fixture.take(mail("9", "Andere Frage"));
        return fixture.tickets().get(0).id();
    }

    /** The ids of a ticket, its entries, files and drafts. */
    private Set<UUID> ids(UUID ticket) {
        String sql = """
                SELECT id FROM ticket WHERE id = ? UNION SELECT id FROM ticket_item WHERE ticket_id = ?
                UNION SELECT attachment_id FROM attachment_segment WHERE ticket_id = ?
                UNION SELECT item_id FROM draft WHERE ticket_id = ?""";
        return new HashSet<>(
                fixture.desk.statements.list(sql, row -> row.getObject(1, UUID.class), ticket, ticket, ticket, ticket));
    }

    /** Every column of the schema in which one of these ids stands, as id, text or bytes. */
    private List<String> holding(Set<UUID> ids) {
        List<String> found = new ArrayList<>();
        var columns = fixture.desk.statements.list("""
                SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
                USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'""", row -> List.of(row.getString(1), row.getString(2)));
        for (List<String> column : columns) {
            String cell = "\"" + column.get(1) + "\"::text";
            for (UUID id : ids) {
                String sql = "SELECT count(*) FROM \"" + column.get(0) + "\" WHERE strpos(" + cell
                        + ", ?) > 0 OR strpos(" + cell + ", ?) > 0 OR strpos(" + cell + ", ?) > 0";
                String hex = id.toString().replace("-", "");
                String ascii = java.util.HexFormat.of().formatHex(id.toString().getBytes());
                if (rows(sql, id.toString(), hex, ascii) > 0 && !found.contains(column.get(0) + "." + column.get(1))) {
                    found.add(column.get(0) + "." + column.get(1));
                }
            }
        }
        return found;
    }

    @Test
    void theIdentityOfAMailOutlivesItsTicket() {
        UUID ticket = ticket();
        fixture.erasure.now(Kind.TICKET, ticket, () -> {});
        fixture.take(mail("1", "Frage"));
        assertEquals(List.of(), fixture.tickets(), "the same mail once more is a copy");
        assertEquals(1, fixture.counts().duplicates());
    }

    @Test
    void anAnswerToAnErasedTicketOpensANewOne() {
        UUID ticket = ticket();
        fixture.erasure.now(Kind.TICKET, ticket, () -> {});
        fixture.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n"));
        assertEquals("Nachtrag", fixture.tickets().get(0).subject());
        assertEquals(0, fixture.counts().quarantined());
    }

    @Test
    void aMailThatJoinsATicketWhileItIsErasedOpensANewOne() throws Exception {
        UUID ticket = ticket();
        CountDownLatch deleted = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Erasure slow = with(new Step(file -> {
            deleted.countDown();
            await(goOn);
        }));
        CompletableFuture<Void> erasing = CompletableFuture.runAsync(() -> slow.now(Kind.TICKET, ticket, () -> {}));
        await(deleted);
        CompletableFuture<Void> arriving = CompletableFuture.runAsync(
                () -> fixture.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n")));
        until("the mail waits for the ticket's row", () -> rows("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                AND wait_event_type = 'Lock' AND wait_event IN ('tuple', 'transactionid')""") > 0);
        goOn.countDown();
        erasing.get(20, TimeUnit.SECONDS);
        arriving.get(20, TimeUnit.SECONDS);

        assertFalse(isThere(ticket));
        assertEquals(0, fixture.counts().quarantined());
        assertEquals(
                List.of("Nachtrag"),
                fixture.tickets().stream().map(row -> row.subject()).toList());
    }

    @Test
    void aTicketAtWhichSomebodyWorksWaitsForTheNextRun() {
        UUID ticket = ticket();
        days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        fixture.desk.transactions.run(() -> {
            // As a mail that joins it does (ticket.Tickets.locked).
            fixture.desk.statements.list("SELECT 1 FROM ticket WHERE id = ? FOR NO KEY UPDATE", row -> 1, ticket);
            CompletableFuture.runAsync(fixture.erasure::run)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            return fixture.desk.statements.run("UPDATE ticket SET erase_on = erase_on + 90 WHERE id = ?", ticket);
        });
        assertTrue(isThere(ticket));
        fixture.erasure.run();
        assertTrue(isThere(ticket), "it has another day now");
        assertFalse(erased.contains(ticket));
    }

    @Test
    void aTicketWithAMailOnItsWayWaitsAndIsToldToWait() {
        UUID ticket = ticket();
        AtomicReference<Boolean> waits = new AtomicReference<>(true);
        Erasure holding = with(new ErasureStep() {
            @Override
            public boolean holds(UUID file) {
                return waits.get();
            }

            @Override
            public void erase(UUID file) {
                // What is held has nothing to erase.
            }
        });
        assertThrows(FileHeld.class, () -> holding.now(Kind.TICKET, ticket, () -> {}));
        days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        holding.run();
        assertTrue(isThere(ticket));
        assertFalse(erased.contains(ticket));
        waits.set(false);
        holding.run();
        assertFalse(isThere(ticket));
    }

    @Test
    void whoeverMayNotEndsNothing() {
        UUID ticket = ticket();
        assertThrows(
                TicketNotFound.class,
                () -> fixture.erasure.now(Kind.TICKET, ticket, () -> {
                    throw new TicketNotFound();
                }));
        assertTrue(isThere(ticket));
        assertFalse(erased.contains(ticket));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void afterAFaultInAnyStepNothingIsHalfGoneAndTheRunGoesOn(int place) {
        UUID ticket = fullTicket();
        UUID other = another();
        long everything = content();
        AtomicReference<UUID> faulty = new AtomicReference<>(ticket);
        Erasure broken = fixture.erasing
                .copy()
                .at(place, new Step(file -> {
                    if (file.equals(faulty.get())) {
                        throw new IllegalStateException("a fault");
                    }
                }))
                .erasure();
        assertThrows(IllegalStateException.class, () -> broken.now(Kind.TICKET, ticket, () -> {}));
        assertEquals(everything, content());
        assertFalse(erased.contains(ticket));

        fixture.desk.statements.run("UPDATE ticket SET erase_on = '2026-03-01'");
        broken.run();
        assertTrue(isThere(ticket));
        assertFalse(isThere(other), "one that fails keeps no other");

        faulty.set(other);
        broken.run();
        assertFalse(isThere(ticket));
    }

    @Test
    void aNoteOfWhatWasNotCommittedIsTakenBack() {
        UUID ticket = ticket();
        Erasure failing = fixture.erasing.copy().failingAtCommit().erasure();
        assertThrows(IllegalStateException.class, () -> failing.now(Kind.TICKET, ticket, () -> {}));
        assertTrue(isThere(ticket));
        assertFalse(erased.contains(ticket));
    }

    @Test
    void whatWasErasedAndIsHereAgainIsErasedAgain() {
        UUID ticket = fullTicket();
        UUID other = another();
        Set<UUID> ids = ids(ticket);
        erased.note(ticket);
        assertEquals(1, fixture.erasure.replay());
        assertEquals(List.of(), holding(ids));
        assertTrue(isThere(other));
        assertEquals(0, fixture.erasure.replay());
    }

    @Test
    void nothingIsErasedWhereTheClockJumps() {
        UUID ticket = ticket();
        fixture.desk.clock.move(Duration.ofDays(91));
        fixture.erasure.run();
        assertTrue(isThere(ticket));
    }

    @Test
    void oneNodeErasesAtATime() throws Exception {
        UUID ticket = ticket();
        days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Erasure first = with(new Step(file -> {
            begun.countDown();
            await(goOn);
        }));
        List<UUID> second = new ArrayList<>();
        CompletableFuture<Void> running = CompletableFuture.runAsync(first::run);
        await(begun);
        with(new Step(second::add)).run();
        assertEquals(List.of(), second);
        goOn.countDown();
        running.get(20, TimeUnit.SECONDS);
        assertFalse(isThere(ticket));
    }

    /** All rows of what a ticket consists of. */
    private long content() {
        return rows("""
                SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM ticket_item)
                    + (SELECT count(*) FROM attachment_segment) + (SELECT count(*) FROM draft)
                    + (SELECT count(*) FROM read_mark) + (SELECT count(*) FROM co_reader)
                    + (SELECT count(*) FROM seal) + (SELECT count(*) FROM lookup)""");
    }

    private Erasure with(ErasureStep step) {
        return fixture.erasing.copy().with(step).erasure();
    }

    private record Step(Consumer<UUID> action) implements ErasureStep {
        @Override
        public void erase(UUID file) {
            action.accept(file);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, java.util.function.BooleanSupplier look) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!look.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
