package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** The weekly re-sealing at the size of 100,000 tickets with two readers each; prints how long it took. */
class EpochAdvanceIT {

    private static final int TICKETS = 100_000;

    @TempDir
    private Path base;

    @Test
    void aHundredThousandTicketsMoveToTheNextEpoch() {
        SecureRandom random = new SecureRandom();
        MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
        Statements statements = new Statements(PostgreSql.database());
        KeyStore keys = new BoundKeyStore(statements, random, clock).open(base.resolve("keys"), Optional.empty());
        Sealer sealer = new Sealer(keys, random);
        ClockGuard clocks = new ClockGuard(clock, clock::instant, Optional.empty());
        Rotation rotation = new Rotation(
                keys, sealer, new BlindIndex(keys), statements, clocks, replaced -> {}, ended -> {}, changed -> {});
        rotation.run();
        Root reader = Root.random(random);
        Root root = Root.random(random);
        UUID[] readers = {RandomId.next(random), RandomId.next(random)};
        UUID last = statements.inTransaction(connection -> {
            UUID file = null;
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO seal (file, reader, epoch, sealed) VALUES (?, ?, ?, ?)")) {
                for (int ticket = 0; ticket < TICKETS; ticket++) {
                    file = RandomId.next(random);
                    for (UUID each : readers) {
                        Seal seal = sealer.settled(root, file, each, reader);
                        insert.setObject(1, seal.file());
                        insert.setObject(2, seal.reader());
                        insert.setInt(3, seal.epoch());
                        insert.setBytes(4, seal.sealed());
                        insert.addBatch();
                    }
                    if (ticket % 1000 == 999) {
                        insert.executeBatch();
                    }
                }
            }
            return file;
        });
        for (int day = 0; day < 6; day++) {
            clock.move(Duration.ofDays(1));
            rotation.run();
        }
        clock.move(Duration.ofDays(1));
        long begun = System.nanoTime();
        rotation.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                "Re-sealing of %,d tickets (%,d seals): %.1f s%n", TICKETS, 2 * TICKETS, took.toMillis() / 1e3);
        assertEquals(2, keys.currentEpoch());
        assertEquals(
                2L * TICKETS,
                statements
                        .list("SELECT count(*) FROM seal WHERE epoch = 2", row -> row.getLong(1))
                        .get(0));
        Seal moved = new Seals(statements, clock).find(last, Set.of(readers[0])).orElseThrow();
        assertTrue(sealer.open(moved, reader).sealingKey().equals(root.sealingKey()));
    }
}
