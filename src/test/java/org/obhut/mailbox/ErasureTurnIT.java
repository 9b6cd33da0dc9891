package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.ErasureFixture.await;
import static org.obhut.mailbox.ErasureFixture.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.mailbox.ErasureFixture.Step;
import org.obhut.retention.Erasure;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileHeld;
import org.obhut.retention.Kind;

/** Who works at a ticket while it is to be erased: mails, people, and another node. */
class ErasureTurnIT {

    @TempDir
    Path keys;

    private ErasureFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ErasureFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aMailThatJoinsATicketWhileItIsErasedOpensANewOne() throws Exception {
        UUID ticket = fixture.ticket();
        CountDownLatch deleted = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Erasure slow = fixture.with(new Step(file -> {
            deleted.countDown();
            await(goOn);
        }));
        CompletableFuture<Void> erasing = CompletableFuture.runAsync(() -> slow.now(Kind.TICKET, ticket, () -> {}));
        await(deleted);
        CompletableFuture<Void> arriving = CompletableFuture.runAsync(
                () -> fixture.intake.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n")));
        fixture.untilSomebodyWaits();
        goOn.countDown();
        erasing.get(20, TimeUnit.SECONDS);
        arriving.get(20, TimeUnit.SECONDS);

        assertFalse(fixture.isThere(ticket));
        assertEquals(0, fixture.intake.counts().quarantined());
        assertEquals(
                List.of("Nachtrag"),
                fixture.intake.tickets().stream().map(row -> row.subject()).toList());
    }

    @Test
    void aTicketAtWhichSomebodyWorksWaitsForTheNextRun() {
        UUID ticket = fixture.ticket();
        fixture.days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        fixture.desk.transactions.run(() -> {
            // As a mail that joins it does (ticket.Tickets.locked).
            fixture.desk.statements.list("SELECT 1 FROM ticket WHERE id = ? FOR NO KEY UPDATE", row -> 1, ticket);
            CompletableFuture.runAsync(fixture.erasure::run)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            return fixture.desk.statements.run("UPDATE ticket SET erase_on = erase_on + 90 WHERE id = ?", ticket);
        });
        assertTrue(fixture.isThere(ticket));
        fixture.erasure.run();
        assertTrue(fixture.isThere(ticket), "it has another day now");
        assertFalse(fixture.erased.contains(ticket));
    }

    @Test
    void aTicketWithAMailOnItsWayWaitsAndIsToldToWait() {
        UUID ticket = fixture.ticket();
        AtomicReference<Boolean> waits = new AtomicReference<>(true);
        Erasure holding = fixture.with(new ErasureStep() {
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
        fixture.days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        holding.run();
        assertTrue(fixture.isThere(ticket));
        assertFalse(fixture.erased.contains(ticket));
        waits.set(false);
        holding.run();
        assertFalse(fixture.isThere(ticket));
    }

    @Test
    void aTicketThatGetsAnotherDayAfterItWasListedStays() {
        fixture.ticket();
        fixture.another();
        fixture.days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        // Both are listed at once; the end of the first puts off the second.
        fixture.with(new Step(file ->
                        fixture.desk.statements.run("UPDATE ticket SET erase_on = erase_on + 90 WHERE id <> ?", file)))
                .run();
        assertEquals(1, fixture.rows("SELECT count(*) FROM ticket"));
    }

    @Test
    void oneNodeErasesAtATime() throws Exception {
        fixture.ticket();
        fixture.another();
        fixture.days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Erasure first = fixture.with(new Step(file -> {
            begun.countDown();
            await(goOn);
        }));
        // The first node has one of them; nothing but its turn keeps another node from the other.
        List<UUID> second = new ArrayList<>();
        CompletableFuture<Void> running = CompletableFuture.runAsync(first::run);
        await(begun);
        fixture.with(new Step(second::add)).run();
        assertEquals(List.of(), second);
        goOn.countDown();
        running.get(20, TimeUnit.SECONDS);
        assertEquals(0, fixture.rows("SELECT count(*) FROM ticket"));
    }
}
