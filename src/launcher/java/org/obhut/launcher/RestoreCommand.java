package org.obhut.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obhut.platform.Settings;
import org.obhut.platform.Statements;

/** {@code deploy/restore}: looks at everything first, says what is lost, asks, and only then changes anything. */
public final class RestoreCommand {

    private static final Duration CLOCK_JUMP = Duration.ofDays(2);

    private final PrintStream terminal;
    private final LaunchSettings launch;
    private final Settings settings;
    private final RestoreOptions options;
    private final Clock clock = Clock.systemUTC();

    private RestoreCommand(PrintStream terminal, LaunchSettings launch, RestoreOptions options) {
        this.terminal = terminal;
        this.launch = launch;
        this.settings = launch.settings();
        this.options = options;
    }

    /** Ends with 0 where the archive is restored, or with {@code --check} could be; else with 1, and nothing has changed. */
    public static void main(String[] arguments) {
        PrintStream terminal = Commands.terminal();
        Commands.run(terminal, "Nothing was restored.", () -> {
            var options = RestoreOptions.of(List.of(arguments));
            var launch = LaunchSettings.read(System.getenv(), System.getProperties());
            new RestoreCommand(terminal, launch, options).run();
        });
    }

    private void run() throws Exception {
        try (ArchiveReader reader = ArchiveReader.open(options.archive())) {
            Archive archive = reader.archive();
            String mode = settings.mode().name().toLowerCase(Locale.ROOT);
            if (!archive.mode().equals(mode)) {
                throw new StartFailure("The archive was made in " + archive.mode() + " mode, and this is " + mode
                        + " (OBHUT_MODE); nothing was changed");
            }
            reader.check();
            terminal.println("Archive of " + archive.made() + ", whole, key store " + archive.keyStore());
            Losses losses = Losses.of(archive, settings, options.keys());
            terminal.println(losses.text());
            if (options.checkOnly()) {
                return;
            }
            if (losses.dead() > 0) {
                confirm(options.acceptLoss(), "--accept-loss", "Restore it all the same?");
            }
            restore(reader, losses);
        } catch (DamagedArchive e) {
            throw new StartFailure("The archive is damaged: " + e.getMessage() + "; nothing was changed", e);
        }
    }

    private void restore(ArchiveReader reader, Losses losses) throws Exception {
        Optional<DatabaseAddress> external = Commands.external(launch);
        if (external.isPresent()) {
            restore(external.get(), reader, losses);
            return;
        }
        try (DataFolder data = DataFolder.open(settings.dataFolder(), settings.mode())) {
            Server.endLeftOver(data);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Map.of())) {
                restore(DatabaseAddress.of(database), reader, losses);
            }
        }
    }

    private void restore(DatabaseAddress address, ArchiveReader reader, Losses losses) throws Exception {
        var restorer = new Restorer(address, reader);
        restorer.requireKnownSchema();
        try (Connection connection = address.open("public")) {
            if (DatabaseAddress.servers(connection) > 0) {
                throw new StartFailure(
                        "A server is still working with this database; stop it first. Nothing was changed");
            }
            Optional<Long> tickets = tickets(connection);
            if (tickets.isPresent()) {
                confirm(
                        options.yes(),
                        "--yes",
                        "The database there, with " + tickets.get() + " tickets, will be replaced. Continue?");
            }
        }
        if (options.keys().isPresent()) {
            losses.keys().copyTo(settings.keyStore(), new SecureRandom());
            terminal.println("Key store put into " + settings.keyStore());
        }
        Instant now = clock.instant();
        restorer.restore(losses.epochs(), now);
        terminal.println(
                "Restored. Start Obhut now; what was erased since is erased again before anybody can sign in.");
        if (Duration.between(reader.archive().made(), now).compareTo(CLOCK_JUMP) > 0) {
            // Nobody but a person knows whether the clock or the archive is right.
            terminal.println("The archive is older than two days. If " + now
                    + " is the right time, start once with OBHUT_CLOCK_CONFIRMED="
                    + LocalDate.ofInstant(now, ZoneOffset.UTC)
                    + "; until then no key is rotated and nothing is erased by date.");
        }
    }

    /** How many tickets the database has; empty where it is new. */
    private static Optional<Long> tickets(Connection connection) throws SQLException {
        boolean there = !Statements.list(
                        connection, "SELECT 1 WHERE to_regclass('public.ticket') IS NOT NULL", row -> 1)
                .isEmpty();
        return there
                ? Optional.of(Statements.list(connection, "SELECT count(*) FROM public.ticket", row -> row.getLong(1))
                        .get(0))
                : Optional.empty();
    }

    private void confirm(boolean given, String option, String question) throws StartFailure {
        if (given) {
            return;
        }
        Console console = System.console();
        if (console == null) {
            throw new StartFailure(question + " Nobody can answer here: say " + option + ". Nothing was changed");
        }
        String answer = console.readLine("%s [yes/no] ", question);
        if (answer == null || !answer.strip().equals("yes")) {
            throw new StartFailure("Not confirmed; nothing was changed");
        }
    }
}
