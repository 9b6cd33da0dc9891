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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.BlindIndex.Label;

/** Weeks of rotation on a real database, without waiting. */
class RotationIT extends RotationCase {

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
    void rightsThatHaveEndedAreRemovedAndTheirKeepersAreTold() {
        Seal seal = sealer.seal(root, OTHER_FILE, new ReaderKey(READER, reader.sealingKey()));
        seals.put(seal, "{(,2026-03-03 12:00Z)}");
        rotation.run();
        assertEquals(2, rows());
        days(1);
        assertEquals(1, rows());
        assertEquals(clock.instant(), ended.get(ended.size() - 1).now());
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
}
