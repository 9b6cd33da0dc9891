package org.obhut.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Files and folders that only their owner may read. */
final class PrivateFile {

    private PrivateFile() {}

    static Path folder(Path path) throws IOException {
        Files.createDirectories(path);
        if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return path;
    }

    static void write(Path path, String text) throws IOException {
        Files.deleteIfExists(path);
        if (posix(path.getParent())) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The password kept in a file; a first call makes one of 256 random bits. */
    static String password(Path path) throws IOException {
        if (Files.notExists(path)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            write(path, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(path, StandardCharsets.US_ASCII);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
