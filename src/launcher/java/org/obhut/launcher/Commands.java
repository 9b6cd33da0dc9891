package org.obhut.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.obhut.envelope.KeyStoreRefused;

/** What the programs of {@code deploy/} that end by themselves have in common. */
final class Commands {

    private Commands() {}

    /** The work of a program. */
    interface Work {
        void run() throws Exception;
    }

    static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Does the work; a failure is said in a line that begins so, and ends with 1. */
    static void run(PrintStream terminal, String failed, Work work) {
        try {
            work.run();
        } catch (StartFailure | KeyStoreRefused e) {
            end(terminal, failed + ' ' + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            end(terminal, failed + " A file can't be read or written: " + e.getMessage());
        } catch (Exception e) {
            // A message of the database may repeat a value of a row.
            end(terminal, failed + ' ' + e.getClass().getName());
        }
    }

    private static void end(PrintStream terminal, String message) {
        terminal.println(message);
        System.exit(1);
    }

    /** A path as the caller meant it: the scripts change into the project's folder. */
    static Path path(String word) {
        return Path.of(System.getenv().getOrDefault("CALLED_FROM", ""))
                .resolve(word)
                .toAbsolutePath()
                .normalize();
    }

    /** The database that others run, asked whether it answers; empty where the embedded one is used. */
    static Optional<DatabaseAddress> external(LaunchSettings launch) throws StartFailure {
        Optional<String> url = launch.text("obhut.db.url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String user = launch.text("obhut.db.user").orElse("");
        String password = launch.text("obhut.db.password").orElse("");
        ExternalDatabase.require(url.get(), user, password);
        return Optional.of(new DatabaseAddress(url.get(), user, password));
    }
}
