package org.obhut.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of small files that are written whole or not at all, or grow by pieces, and are destroyed rather than deleted. The folder
 * is open to its owner alone (0700), and so is each file (0600).
 */
final class KeyFolder {

    private static final String UNFINISHED = ".new";
    private static final Pattern OURS = Pattern.compile(
            "(id|pepper|index|settings|statistics|pins|pinned|trail|current-epoch|(epoch|dispatch|erased)-[0-9]+)(\\.new)?");
    private static final FileAttribute<?> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final SecureRandom random;

    /** Makes the folder where it is missing. @throws UncheckedIOException where it can't be made or kept to its owner */
    KeyFolder(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            for (String name : list()) {
                if (name.endsWith(UNFINISHED)) {
                    destroy(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an entry may have this name: a finished one of a key store. */
    static boolean names(String file) {
        return OURS.matcher(file).matches() && !file.endsWith(UNFINISHED);
    }

    private KeyFolder(SecureRandom random, Path folder) {
        this.folder = folder;
        this.random = random;
    }

    /** A folder that another process works in: to be read, and nothing made, cleared up or changed. */
    static KeyFolder lookedAt(Path folder, SecureRandom random) {
        return new KeyFolder(random, folder);
    }

    Path path() {
        return folder;
    }

    /** The names of all entries. What else lies in the folder, such as a volume's own folders, is none of ours. */
    List<String> names() {
        try {
            return list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces an entry: written beside it, forced to disk, renamed, the folder forced to disk. */
    void write(String name, byte[] content) {
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(
                    unfinished, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OWNER_FILE)) {
                fill(channel, content);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds to the end of an entry, which is made where it is missing, and forces it to disk. What a crash left half added before is
     * cut off first.
     *
     * @param size of each piece of the entry, in bytes
     */
    void append(String name, byte[] content, int size) {
        try (FileChannel channel = FileChannel.open(
                folder.resolve(name), Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), OWNER_FILE)) {
            long whole = channel.size() - channel.size() % size;
            channel.truncate(whole).position(whole);
            fill(channel, content);
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overwrites an entry with random bytes, forces them to disk, and removes it. */
    void destroy(String name) {
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[(int) channel.size()];
            random.nextBytes(noise);
            fill(channel, noise);
            Files.delete(file);
            force();
        } catch (NoSuchFileException e) {
            // Gone already: a run that was stopped in between is resumed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> OURS.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void fill(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
