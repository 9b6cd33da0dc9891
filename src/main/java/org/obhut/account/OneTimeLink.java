package org.obhut.account;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * A link in a file that only its owner may read. Its token has 256 random bits; memory holds no more than their SHA-256, and
 * nothing survives a restart.
 */
final class OneTimeLink {

    private static final byte[] NONE = {};

    private final Path file;
    private final SecureRandom random;
    private volatile byte[] hash = NONE;

    OneTimeLink(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** Writes a new link; one that was offered before fits no more. */
    void offer(URI page) throws IOException {
        String token = Handle.next(random);
        Path folder = file.getParent();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, page.resolve(token).toString());
        hash = sha256(token);
    }

    /** Takes the same time for every wrong token. */
    boolean fits(String token) {
        return MessageDigest.isEqual(hash, sha256(token));
    }

    /** From now on nothing fits. */
    void withdraw() throws IOException {
        hash = NONE;
        Files.deleteIfExists(file);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
