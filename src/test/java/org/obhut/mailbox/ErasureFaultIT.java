package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.ErasureFixture.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mailbox.ErasureFixture.Step;
import org.obhut.retention.Erasure;
import org.obhut.retention.Kind;
import org.obhut.ticket.TicketNotFound;

/** An erasure that fails, or is refused, leaves everything as it was. */
class ErasureFaultIT {

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
    void whoeverMayNotEndsNothing() {
        UUID ticket = fixture.ticket();
        assertThrows(
                TicketNotFound.class,
                () -> fixture.erasure.now(Kind.TICKET, ticket, () -> {
                    throw new TicketNotFound();
                }));
        assertTrue(fixture.isThere(ticket));
        assertFalse(fixture.erased.contains(ticket));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void afterAFaultInAnyStepNothingIsHalfGoneAndTheRunGoesOn(int place) {
        UUID ticket = fixture.fullTicket();
        UUID other = fixture.another();
        long everything = fixture.content();
        AtomicReference<UUID> faulty = new AtomicReference<>(ticket);
        Erasure broken = fixture.intake
                .erasing
                .copy()
                .at(place, new Step(file -> {
                    if (file.equals(faulty.get())) {
                        throw new IllegalStateException("a fault");
                    }
                }))
                .erasure();
        assertThrows(IllegalStateException.class, () -> broken.now(Kind.TICKET, ticket, () -> {}));
        assertEquals(everything, fixture.content());
        assertFalse(fixture.erased.contains(ticket));

        fixture.desk.statements.run("UPDATE ticket SET erase_on = '2026-03-01'");
        broken.run();
        assertTrue(fixture.isThere(ticket));
        assertFalse(fixture.isThere(other), "one that fails keeps no other");

        faulty.set(other);
        broken.run();
        assertFalse(fixture.isThere(ticket));
    }

    @Test
    void aNoteOfWhatWasNotCommittedIsTakenBack() {
        UUID ticket = fixture.ticket();
        Erasure failing = fixture.intake
                .erasing
                .copy()
                .atCommit(() -> {
                    throw new IllegalStateException("no commit");
                })
                .erasure();
        assertThrows(IllegalStateException.class, () -> failing.now(Kind.TICKET, ticket, () -> {}));
        assertTrue(fixture.isThere(ticket));
        assertFalse(fixture.erased.contains(ticket));
    }

    @Test
    void aNoteIsNotTakenBackFromWhoeverIsEndingTheFile() throws Exception {
        UUID ticket = fixture.ticket();
        Erasure failed = fixture.with(new Step(file -> {
            throw new IllegalStateException("a fault");
        }));
        fixture.days(89);
        fixture.desk.clock.move(Duration.ofDays(1));
        failed.run();
        CountDownLatch noted = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Erasure ending = fixture.intake
                .erasing
                .copy()
                .atCommit(() -> {
                    noted.countDown();
                    await(goOn);
                })
                .erasure();
        CompletableFuture<Boolean> ends =
                CompletableFuture.supplyAsync(() -> ending.now(Kind.TICKET, ticket, () -> {}));
        await(noted);
        CompletableFuture<Boolean> settles =
                CompletableFuture.supplyAsync(() -> failed.now(Kind.TICKET, UUID.randomUUID(), () -> {}));
        fixture.untilSomebodyWaits();
        goOn.countDown();
        assertTrue(ends.get(20, TimeUnit.SECONDS));
        assertFalse(settles.get(20, TimeUnit.SECONDS));
        assertFalse(fixture.isThere(ticket));
        assertTrue(fixture.erased.contains(ticket), "a restore has to know");
    }
}
