package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedFilesTest {

    private static final UUID THIRD = UUID.fromString("33333333-3333-4333-8333-333333333333");

    @TempDir
    private Path base;

    private KeyStore open() {
        return new KeyStore(
                base.resolve("keys"),
                Optional.of(base.resolve("copy")),
                Optional.empty(),
                new SecureRandom(),
                Clock.fixed(KeyStoreFixture.NOON, ZoneOffset.UTC));
    }

    @Test
    void areKnownAcrossStartsAndEpochs() {
        KeyStore keys = open();
        new ErasedFiles(keys).note(FILE);
        keys.epochs().make(2);
        keys.enter(2);
        new ErasedFiles(keys).note(THIRD);

        ErasedFiles again = new ErasedFiles(open());

        assertEquals(Set.of(FILE, THIRD), again.among(List.of(FILE, OTHER_FILE, THIRD)));
        assertTrue(again.contains(FILE));
        assertFalse(again.contains(OTHER_FILE));
    }

    @Test
    void areForgottenWithTheSecretOfTheirEpochHereAndInTheCopy() {
        KeyStore keys = open();
        ErasedFiles erased = new ErasedFiles(keys);
        erased.note(FILE);
        keys.epochs().make(2);
        keys.enter(2);
        erased.note(THIRD);

        keys.epochs().destroy(1);
        ErasedFiles.forget(keys);

        assertEquals(Set.of(THIRD), erased.among(List.of(FILE, THIRD)));
        assertFalse(Files.exists(base.resolve("keys/erased-1")));
        assertFalse(Files.exists(base.resolve("copy/erased-1")));
        assertTrue(Files.exists(base.resolve("copy/erased-2")));
    }

    @Test
    void aNoteThatWasTakenBackIsGoneAndTheOthersStay() {
        ErasedFiles erased = new ErasedFiles(open());
        erased.note(FILE);
        erased.note(THIRD);

        erased.takeBack(FILE);

        assertEquals(Set.of(THIRD), erased.among(List.of(FILE, THIRD)));
    }

    @Test
    void aNoteThatACrashCutOffSpoilsNoOther() throws IOException {
        ErasedFiles erased = new ErasedFiles(open());
        erased.note(FILE);
        Files.write(base.resolve("keys/erased-1"), new byte[7], StandardOpenOption.APPEND);
        assertEquals(Set.of(FILE), erased.among(List.of(FILE, THIRD)));

        erased.note(THIRD);

        assertEquals(Set.of(FILE, THIRD), erased.among(List.of(FILE, THIRD)));
    }

    @Test
    void aCopyThatWasAwayGetsThemLater() throws IOException {
        KeyStore keys = open();
        ErasedFiles erased = new ErasedFiles(keys);
        erased.note(FILE);
        Files.delete(base.resolve("copy/erased-1"));
        erased.note(THIRD);

        keys.files().reconcile();

        assertArrayEquals(
                Files.readAllBytes(base.resolve("keys/erased-1")), Files.readAllBytes(base.resolve("copy/erased-1")));
    }

    @Test
    void sayNothingWithoutTheSecretAndAreOpenToTheirOwnerAlone() throws IOException {
        new ErasedFiles(open()).note(FILE);
        Path noted = base.resolve("keys/erased-1");
        assertEquals(16, Files.size(noted));
        assertFalse(new String(Files.readAllBytes(noted), StandardCharsets.ISO_8859_1).contains(FILE.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(noted)));
    }
}
