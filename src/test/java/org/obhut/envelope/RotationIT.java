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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** Weeks of rotation on a real database, without waiting. */
class RotationIT {

    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID MAILBOX = UUID.fromString("88888888-8888-4888-8888-888888888888");

    @TempDir
    private Path base;

    private final SecureRandom random = new SecureRandom();
    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private final DataSource database = PostgreSql.database();
    private final Statements statements = new Statements(database);
    private final Seals seals = new Seals(statements, clock);
    private final Root reader = Root.random(random);
    private final Root root = Root.random(random);
    private final List<Integer> replacedDays = new ArrayList<>();
    private final List<RightsEnded> ended = new ArrayList<>();
    private final List<EpochChanged> changed = new ArrayList<>();
    private KeyStore keys;
    private Sealer sealer;
    private Lookups lookups;
    private Rotation rotation;

    @BeforeEach
    void start() {
        keys = open();
        sealer = new Sealer(keys, random);
        BlindIndex index = new BlindIndex(keys);
        lookups = new Lookups(statements, index);
        ClockGuard clocks = new ClockGuard(clock, clock::instant, Optional.empty());
        rotation = new Rotation(
                keys,
                sealer,
                index,
                statements,
                clocks,
                replaced -> replacedDays.add(replaced.today()),
                ended::add,
                changed::add);
        rotation.run();
        seals.put(sealer.seal(root, FILE, new ReaderKey(READER, reader.sealingKey())));
        lookups.add(Label.MESSAGE_ID, FILE, ITEM, null, "a@b.example");
        lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail");
    }

    private KeyStore open() {
        return new BoundKeyStore(statements, random, clock)
                .open(base.resolve("keys"), Optional.of(base.resolve("copy")));
    }

    private void days(int days) {
        for (int day = 0; day < days; day++) {
            clock.move(DAY);
            rotation.run();
        }
    }

    private Seal stored() {
        return seals.find(FILE, Set.of(READER)).orElseThrow();
    }

    @Test
    void anEpochLastsAWeek() {
        days(6);
        assertEquals(1, keys.currentEpoch());
        days(1);
        assertEquals(2, keys.currentEpoch());
        days(6);
        assertEquals(2, keys.currentEpoch());
        days(1);
        assertEquals(3, keys.currentEpoch());
    }

    @Test
    void everyRowMovesToTheNewEpochAndStaysUsable() {
        days(7);
        assertEquals(2, stored().epoch());
        assertEquals(root.sealingKey(), sealer.open(stored(), reader).sealingKey());
        assertEquals(List.of(2), statements.list("SELECT DISTINCT epoch FROM lookup", row -> row.getInt(1)));
        assertEquals(FILE, lookups.find(Label.MESSAGE_ID, "a@b.example").get(0).file());
        assertFalse(lookups.add(Label.IDENTITY, FILE, UUID.randomUUID(), MAILBOX, "mail"), "still a duplicate");
    }

    @Test
    void aSecretIsDestroyedFourEpochsAfterItWasReplaced() {
        Seal copied = stored();
        new ErasedFiles(keys).note(OTHER_FILE);
        days(34);
        assertTrue(new ErasedFiles(keys).contains(OTHER_FILE));
        assertTrue(Files.exists(base.resolve("keys/epoch-1")));
        assertEquals(root.sealingKey(), sealer.open(copied, reader).sealingKey());
        days(1);
        assertFalse(Files.exists(base.resolve("keys/epoch-1")));
        assertFalse(Files.exists(base.resolve("copy/epoch-1")));
        assertFalse(Files.exists(base.resolve("keys/erased-1")));
        assertThrows(EnvelopeException.class, () -> sealer.open(copied, reader));
        assertEquals(root.sealingKey(), sealer.open(stored(), reader).sealingKey());
        assertEquals(List.of(new EpochChanged(6, false), new EpochChanged(1, true)), changed.subList(4, 6));
    }

    /** A thief's view: all rows as they were copied, and the key store's folder as it is later. */
    @Test
    void aCopyOfTheDatabaseOpensNothingWithTheKeyStoreOfAfterItsEpoch() throws IOException {
        seals.put(sealer.seal(root, OTHER_FILE, new ReaderKey(READER, reader.sealingKey())));
        List<Seal> copied = statements.list("SELECT file, reader, epoch, sealed FROM seal", Seals::seal);
        byte[] lookup = statements
                .list("SELECT value FROM lookup WHERE label = 1", row -> row.getBytes(1))
                .get(0);
        Path linked = Files.createLink(base.resolve("linked"), base.resolve("keys/epoch-1"));
        Path copyLinked = Files.createLink(base.resolve("copy-linked"), base.resolve("copy/epoch-1"));
        byte[] secret = Files.readAllBytes(linked);
        days(34);
        assertEquals(2, opened(copied, lookup, "keys"));
        assertEquals(2, opened(copied, lookup, "copy"));
        days(1);
        assertEquals(0, opened(copied, lookup, "keys"));
        assertEquals(0, opened(copied, lookup, "copy"));
        // Not only unlinked: what still leads to the file's blocks finds noise there.
        for (Path block : List.of(linked, copyLinked)) {
            assertEquals(secret.length, Files.size(block));
            assertFalse(java.util.Arrays.equals(secret, Files.readAllBytes(block)));
        }
    }

    /** How many seals a thief opens who knows the reader's root; the lookup value is found exactly if any does. */
    private long opened(List<Seal> copied, byte[] lookup, String folder) throws IOException {
        Path stolen = Files.createTempDirectory(base, "stolen");
        try (var files = Files.list(base.resolve(folder))) {
            for (Path file : files.toList()) {
                Files.copy(file, stolen.resolve(file.getFileName()));
            }
        }
        KeyStore theirs = new KeyStore(stolen, Optional.empty(), Optional.of(keys.id()), random, clock);
        Sealer opener = new Sealer(theirs, random);
        long opened = copied.stream().filter(seal -> opens(opener, seal)).count();
        boolean found = new BlindIndex(theirs)
                .candidates(Label.MESSAGE_ID, "a@b.example").stream()
                        .anyMatch(value -> java.util.Arrays.equals(value.bytes(), lookup));
        assertEquals(opened > 0, found);
        return opened;
    }

    private boolean opens(Sealer opener, Seal seal) {
        try (Root found = opener.open(seal, reader)) {
            return found.sealingKey().equals(root.sealingKey());
        } catch (EnvelopeException closed) {
            return false;
        }
    }

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
    void rightsThatHaveEndedAreRemovedAndTheirKeepersAreTold() {
        Seal seal = sealer.seal(root, OTHER_FILE, new ReaderKey(READER, reader.sealingKey()));
        seals.put(seal, "{(,2026-03-03 12:00Z)}");
        rotation.run();
        assertEquals(2, rows());
        days(1);
        assertEquals(1, rows());
        assertEquals(clock.instant(), ended.get(ended.size() - 1).now());
    }

    private long rows() {
        return statements
                .list("SELECT count(*) FROM seal", row -> row.getLong(1))
                .get(0);
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
    void dispatchKeysAreGoneAfter72HoursAndTheirKeepersAreTold() {
        OperatingSecrets secrets = new OperatingSecrets(keys, random, clock);
        byte[] waiting = secrets.sealDispatch(ITEM, CLEAR);
        int first = secrets.today();
        days(2);
        assertArrayEquals(CLEAR, secrets.openDispatch(ITEM, waiting));
        byte[] advanced = secrets.advancedDispatch(ITEM, waiting);
        days(1);
        assertEquals(List.of(first + 1, first + 2, first + 3), replacedDays);
        assertFalse(Files.exists(base.resolve("keys/dispatch-" + first)));
        assertThrows(EnvelopeException.class, () -> secrets.openDispatch(ITEM, waiting));
        assertArrayEquals(CLEAR, secrets.openDispatch(ITEM, advanced));
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
