package org.obhut.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obhut.envelope.KeyStoreFolder;
import org.obhut.platform.Settings;

/** {@code deploy/backup}: the database into an archive, or the key store into a folder; never both into one place. */
public final class BackupCommand {

    private static final String USAGE = "Usage: deploy/backup database FOLDER, or deploy/backup keys FOLDER";
    private static final String UNFINISHED = ".unfinished";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'obhut-'yyyyMMdd'T'HHmmss'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PrintStream terminal;
    private final LaunchSettings launch;
    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    private BackupCommand(PrintStream terminal, LaunchSettings launch) {
        this.terminal = terminal;
        this.launch = launch;
        this.settings = launch.settings();
    }

    /** Ends with 0 where the archive or the copy is whole and on disk; else with 1, and leaves no half one. */
    public static void main(String[] arguments) {
        PrintStream terminal = Commands.terminal();
        Commands.run(terminal, "Nothing was saved.", () -> {
            if (arguments.length != 2) {
                throw new StartFailure(USAGE);
            }
            var command = new BackupCommand(terminal, LaunchSettings.read(System.getenv(), System.getProperties()));
            switch (arguments[0]) {
                case "database" -> command.database(Commands.path(arguments[1]));
                case "keys" -> command.keys(Commands.path(arguments[1]));
                default -> throw new StartFailure(USAGE);
            }
        });
    }

    private void keys(Path folder) throws IOException, StartFailure {
        KeyStoreFolder keys = KeyStoreFolder.in(settings.keyStore())
                .orElseThrow(() -> new StartFailure("OBHUT_KEYSTORE: " + settings.keyStore() + " holds no key store"));
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "obhut-*.zip")) {
                if (archives.iterator().hasNext()) {
                    throw new StartFailure(
                            folder + " holds archives of the database. Whoever finds both together can open"
                                    + " what was erased: name another place for the key store");
                }
            }
        }
        keys.copyTo(folder, new SecureRandom());
        terminal.println("Key store " + keys.id() + " saved to " + folder);
    }

    private void database(Path folder) throws Exception {
        if (Files.exists(folder.resolve("id")) && KeyStoreFolder.in(folder).isPresent()) {
            throw new StartFailure(
                    folder + " holds a key store. Whoever finds both together can open what was erased: name"
                            + " another place for the database");
        }
        Optional<DatabaseAddress> external = Commands.external(launch);
        if (external.isPresent()) {
            save(external.get(), folder);
            return;
        }
        if (Files.notExists(settings.dataFolder().resolve("database/complete"))) {
            throw new StartFailure("OBHUT_DATA: there is no database in " + settings.dataFolder());
        }
        Optional<DataFolder> alone = DataFolder.openUnlessInUse(settings.dataFolder(), settings.mode());
        if (alone.isEmpty()) {
            save(DatabaseAddress.running(settings.dataFolder()), folder);
            return;
        }
        try (DataFolder data = alone.get();
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Map.of())) {
            save(DatabaseAddress.of(database), folder);
        }
    }

    private void save(DatabaseAddress address, Path folder) throws Exception {
        PrivateFile.folder(folder);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve(NAME.format(now));
        Path unfinished = folder.resolve(NAME.format(now) + UNFINISHED);
        PrivateFile.write(unfinished, "");
        boolean whole = false;
        try (Connection connection = address.open("public")) {
            Archive archive = write(connection, unfinished, now);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            whole = true;
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            terminal.println("Database with " + archive.allTickets() + " tickets saved to " + file);
        } finally {
            if (!whole) {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private Archive write(Connection connection, Path file, Instant now) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            Archive archive = new ArchiveWriter(connection)
                    .write(now, settings.mode().name().toLowerCase(Locale.ROOT), new Flushed(out));
            channel.force(true);
            return archive;
        }
    }

    /** The end of the archive is not the end of its channel, which has to be forced to disk. */
    private static final class Flushed extends java.io.FilterOutputStream {

        Flushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
