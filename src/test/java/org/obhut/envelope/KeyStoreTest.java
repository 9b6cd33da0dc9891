package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreTest {

    private static final Clock CLOCK = Clock.fixed(KeyStoreFixture.NOON, ZoneOffset.UTC);

    @TempDir
    private Path base;

    private KeyStore open(String folder, Optional<String> copy, Optional<UUID> bound) {
        return new KeyStore(base.resolve(folder), copy.map(base::resolve), bound, new SecureRandom(), CLOCK);
    }

    private KeyStore open() {
        return open("keys", Optional.of("copy"), Optional.empty());
    }

    @Test
    void keepsItsSecretsAcrossStarts() {
        KeyStore first = open();
        KeyStore second = open("keys", Optional.of("copy"), Optional.of(first.id()));
        assertEquals(first.id(), second.id());
        assertEquals(1, second.currentEpoch());
        assertArrayEquals(first.key(KeyStore.Permanent.PEPPER, "x"), second.key(KeyStore.Permanent.PEPPER, "x"));
        assertArrayEquals(first.epochs().key(1, "x"), second.epochs().key(1, "x"));
    }

    @Test
    void everySecretIsItsOwn() {
        KeyStore keys = open();
        assertFalse(Arrays.equals(keys.key(KeyStore.Permanent.PEPPER, "x"), keys.key(KeyStore.Permanent.INDEX, "x")));
        assertFalse(Arrays.equals(keys.key(KeyStore.Permanent.PEPPER, "x"), keys.key(KeyStore.Permanent.PEPPER, "y")));
        assertNotEquals(
                keys.id(), open("others", Optional.empty(), Optional.empty()).id());
    }

    @Test
    void isOpenToItsOwnerAlone() throws IOException {
        open();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve("keys"))));
        try (Stream<Path> files = Files.list(base.resolve("keys"))) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void theCopyHasTheSame() throws IOException {
        KeyStore keys = open();
        keys.epochs().make(2);
        assertTrue(keys.epochs().acknowledged(2));
        assertEquals(files("keys"), files("copy"));
        keys.epochs().destroy(1);
        assertEquals(files("keys"), files("copy"));
        assertFalse(files("copy").contains("epoch-1"));
    }

    @Test
    void aCopyThatWasAwayIsBroughtUpToDateAtTheNextStart() throws IOException {
        UUID id = open().id();
        KeyStore alone = open("keys", Optional.empty(), Optional.of(id));
        alone.epochs().make(2);
        alone.epochs().destroy(1);

        KeyStore again = open("keys", Optional.of("copy"), Optional.of(id));

        assertTrue(again.epochs().acknowledged(2));
        assertEquals(files("keys"), files("copy"));
    }

    @Test
    void aSecretThatTheCopyLacksIsNotAcknowledged() throws IOException {
        KeyStore keys = open();
        keys.epochs().make(2);
        Files.delete(base.resolve("copy/epoch-2"));
        assertFalse(keys.epochs().acknowledged(2));
        keys.files().reconcile();
        assertTrue(keys.epochs().acknowledged(2));
    }

    @Test
    void anEmptyFolderIsRefusedWhereTheCopyOrTheDatabaseKnowsAKeyStore() throws IOException {
        UUID id = open().id();
        assertRefused(() -> open("empty", Optional.of("copy"), Optional.empty()), "OBHUT_KEYSTORE_COPY", id.toString());
        assertRefused(() -> open("empty", Optional.empty(), Optional.of(id)), "the database", id.toString());
        assertEquals(List.of(), files("empty"));
    }

    @Test
    void anotherKeyStoreIsRefused() {
        UUID id = open().id();
        UUID other =
                open("others", Optional.of("others-copy"), Optional.empty()).id();
        assertRefused(() -> open("keys", Optional.empty(), Optional.of(other)), id.toString(), other.toString());
        assertRefused(
                () -> open("keys", Optional.of("others-copy"), Optional.empty()), id.toString(), other.toString());
    }

    @Test
    void aDamagedOrMissingFileIsRefusedByName() throws IOException {
        open();
        Path index = base.resolve("keys/index");
        byte[] whole = Files.readAllBytes(index);
        byte[] damaged = whole.clone();
        damaged[20] ^= 1;
        Files.write(index, damaged);
        assertRefused(this::open, "index");
        Files.delete(index);
        assertRefused(this::open, "index");
        Files.write(index, whole);
        assertEquals(1, open().currentEpoch());
    }

    @Test
    void anUnfinishedFirstStartIsCompleted() throws IOException {
        byte[] pepper = open().key(KeyStore.Permanent.PEPPER, "x");
        for (String folder : List.of("keys", "copy")) {
            for (String missing : List.of("id", "current-epoch", "epoch-1", "settings")) {
                Files.delete(base.resolve(folder).resolve(missing));
            }
        }
        KeyStore completed = open();
        assertArrayEquals(pepper, completed.key(KeyStore.Permanent.PEPPER, "x"));
        assertEquals(1, completed.currentEpoch());
    }

    @Test
    void anUnfinishedFileIsGoneAtTheNextStart() throws IOException {
        open();
        Files.write(base.resolve("keys/epoch-2.new"), new byte[7]);
        open();
        assertFalse(files("keys").contains("epoch-2.new"));
    }

    @Test
    void destroyingOverwritesBeforeItUnlinks() throws IOException {
        KeyStore keys = open();
        keys.epochs().make(2);
        // A second name for the same bytes on disk shows what is left of them.
        Path witness = Files.createLink(base.resolve("witness"), base.resolve("keys/epoch-2"));
        byte[] before = Files.readAllBytes(witness);

        keys.epochs().destroy(2);

        byte[] after = Files.readAllBytes(witness);
        assertFalse(Files.exists(base.resolve("keys/epoch-2")));
        assertEquals(before.length, after.length);
        assertFalse(Arrays.equals(before, after));
        assertThrows(EnvelopeException.class, () -> keys.epochs().key(2, "x"));
    }

    @Test
    void whatElseLiesInTheFolderIsLeftAlone() throws IOException {
        open();
        Files.createDirectory(base.resolve("copy/lost+found"));
        Files.writeString(base.resolve("copy/README"), "mine");
        open();
        assertEquals("mine", Files.readString(base.resolve("copy/README")));
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(base.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertRefused(Runnable use, String... words) {
        KeyStoreRefused refusal = assertThrows(KeyStoreRefused.class, use::run);
        for (String word : words) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
    }
}
