package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;
import static org.obhut.envelope.EnvelopeFixture.READER;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;

/** Rotation that meets damaged rows, clocks that jump, a missing copy, or a database and a key store of different days. */
class RotationTroubleIT extends RotationCase {

    @Test
    void aDamagedRowHoldsUpNoOtherAndKeepsItsSecret() {
        UUID damaged = UUID.randomUUID();
        seals.put(new Seal(damaged, READER, 1, new byte[40]));
        days(35);
        assertEquals(6, stored().epoch());
        assertEquals(root.sealingKey(), sealer.open(stored(), reader).sealingKey());
        assertTrue(Files.exists(base.resolve("keys/epoch-1")));

        seals.removeAll(damaged);
        rotation.run();

        assertFalse(Files.exists(base.resolve("keys/epoch-1")));
    }

    @Test
    void aSecretThatTheCopyLacksDoesNotBecomeCurrent() throws IOException {
        days(6);
        // A folder in the file's place: the copy can't be brought up to date.
        Files.delete(base.resolve("copy/epoch-2"));
        Files.createDirectory(base.resolve("copy/epoch-2"));
        Files.createFile(base.resolve("copy/epoch-2/busy"));
        days(3);
        assertEquals(1, keys.currentEpoch());
        Files.delete(base.resolve("copy/epoch-2/busy"));
        Files.delete(base.resolve("copy/epoch-2"));
        days(1);
        assertEquals(2, keys.currentEpoch());
    }

    @Test
    void nothingMovesWhereTheClockJumps() {
        Seal seal = sealer.seal(root, OTHER_FILE, new ReaderKey(READER, reader.sealingKey()));
        seals.put(seal, "{(,2026-03-03 12:00Z)}");
        ended.clear();
        clock.move(Duration.ofDays(40));
        assertThrows(ClockDoubt.class, rotation::run);
        assertEquals(2, rows());
        assertEquals(List.of(), ended);
        assertEquals(1, keys.currentEpoch());
        assertEquals(Set.of(1, 2), keys.epochs().numbers());
    }

    @Test
    void afterALongAbsenceEpochsAdvanceOneByOne() {
        for (int day = 0; day < 10; day++) {
            clock.move(Duration.ofDays(2));
            rotation.run();
            rotation.run();
        }
        assertEquals(3, keys.currentEpoch());
    }

    @Test
    void dispatchKeysStayWhereAKeeperFails() {
        OperatingSecrets secrets = new OperatingSecrets(keys, random, clock);
        byte[] waiting = secrets.sealDispatch(ITEM, CLEAR);
        BlindIndex index = new BlindIndex(keys);
        ClockGuard clocks = new ClockGuard(clock, clock::instant, Optional.empty());
        Rotation failing = new Rotation(
                keys,
                sealer,
                index,
                statements,
                clocks,
                replaced -> {
                    throw new IllegalStateException("the outbox can't be read");
                },
                ended::add,
                changed::add);
        for (int day = 0; day < 4; day++) {
            clock.move(DAY);
            assertThrows(IllegalStateException.class, failing::run);
        }
        assertArrayEquals(CLEAR, secrets.openDispatch(ITEM, waiting));
    }

    @Test
    void aRunThatWasStoppedBetweenFolderAndDatabaseIsCompleted() {
        keys.enter(2);
        assertEquals(1, stored().epoch());
        rotation.run();
        assertEquals(2, stored().epoch());
        assertEquals(root.sealingKey(), sealer.open(stored(), reader).sealingKey());
    }

    @Test
    void anOlderDatabaseIsBroughtToTheKeyStoresEpoch() {
        days(14);
        statements.run("UPDATE epoch_state SET epoch = 2");
        rotation.run();
        assertEquals(List.of(3), statements.list("SELECT epoch FROM epoch_state", row -> row.getInt(1)));
    }

    @Test
    void aKeyStoreThatIsOlderThanTheDatabaseIsRefused() {
        statements.run("UPDATE epoch_state SET epoch = 9");
        KeyStoreRefused refused = assertThrows(KeyStoreRefused.class, this::open);
        assertTrue(refused.getMessage().contains("epoch 9"), refused.getMessage());
        statements.run("UPDATE epoch_state SET epoch = 2");
        assertEquals(2, open().currentEpoch());
    }

    @Test
    void aDatabaseRefusesAnEmptyKeyStore() {
        BoundKeyStore bound = new BoundKeyStore(statements, random, clock);
        assertThrows(KeyStoreRefused.class, () -> bound.open(base.resolve("empty"), Optional.empty()));
    }

    @Test
    void writersWaitForTheRotation() throws Exception {
        CompletableFuture<Boolean> writer;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            EpochLock.exclude(connection);
            writer = CompletableFuture.supplyAsync(() -> lookups.add(Label.REPLY_TOKEN, FILE, ITEM, null, "token"));
            awaitLockWaiter();
            keys.epochs().make(2);
            keys.enter(2);
            connection.commit();
        }
        assertTrue(writer.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(2), statements.list("SELECT epoch FROM lookup WHERE label = 2", row -> row.getInt(1)));
    }

    private void awaitLockWaiter() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String waiting = """
                SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";
        while (statements.list(waiting, row -> 1).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the writer does not wait for the lock");
            Thread.onSpinWait();
        }
    }
}
