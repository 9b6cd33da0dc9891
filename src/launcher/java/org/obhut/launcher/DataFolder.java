package org.obhut.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.obhut.platform.Mode;

/** The folder {@code OBHUT_DATA}: one launcher at a time works in it, and always in the mode it was made in. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Opens the folder, or answers nothing where another launcher works in it. */
    static Optional<DataFolder> openUnlessInUse(Path root, Mode mode) throws IOException, StartFailure {
        try (FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!locked(channel)) {
                return Optional.empty();
            }
        }
        return Optional.of(open(root, mode));
    }

    /** Opens the folder, or makes it, and keeps every other launcher out until it is closed. */
    public static DataFolder open(Path root, Mode mode) throws IOException, StartFailure {
        PrivateFile.folder(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StartFailure(
                    "OBHUT_DATA: " + root + " is in use by another Obhut; stop it or name another folder");
        }
        Path marker = root.resolve("mode");
        String name = mode.name().toLowerCase(Locale.ROOT);
        if (Files.notExists(marker)) {
            Files.writeString(marker, name);
        } else if (!Files.readString(marker).strip().equals(name)) {
            channel.close();
            throw new StartFailure("OBHUT_MODE: " + root + " was made in "
                    + Files.readString(marker).strip() + " mode and cannot change to " + name
                    + "; name another folder in OBHUT_DATA");
        }
        var data = new DataFolder(root, channel);
        for (String folder : List.of("secrets", "log")) {
            PrivateFile.folder(data.path(folder));
        }
        return data;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    /** A new log of this name; the one of the last run is kept beside it. */
    public Path log(String name) throws IOException {
        Path log = root.resolve("log").resolve(name);
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.createFile(log);
    }

    /** Removes a file or a whole folder, where it exists. A symbolic link goes, and not what it names. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
