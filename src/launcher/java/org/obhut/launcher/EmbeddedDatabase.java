package org.obhut.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL inside the data folder: on loopback, with passwords (SCRAM), and with every commit on disk before it is
 * acknowledged, which the archive's defaults for tests would not give.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "obhut";

    private final PostgresProgram program;
    private final Path cluster;
    private final Path log;
    private final int port;
    private final String password;

    private EmbeddedDatabase(PostgresProgram program, Path cluster, Path log, int port, String password) {
        this.program = program;
        this.cluster = cluster;
        this.log = log;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database of a data folder, and makes it at the first start.
     *
     * @param parameters settings of PostgreSQL beyond those this class is about
     */
    public static EmbeddedDatabase start(DataFolder data, Map<String, String> parameters)
            throws IOException, InterruptedException, StartFailure {
        Path log = data.log("database.log");
        var program = PostgresProgram.in(PrivateFile.folder(data.path("postgresql")));
        Path cluster = data.path("database");
        Path superuser = data.path("secrets/database-superuser");
        String superuserPassword = PrivateFile.password(superuser);
        if (Files.notExists(cluster.resolve("complete"))) {
            DataFolder.delete(cluster);
            initialise(program, cluster, superuser, log);
        }
        int port = Ports.free();
        Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(cluster.resolve("postgresql.conf"), configuration(port, parameters));
        String password = PrivateFile.password(data.path("secrets/database"));
        var database = new EmbeddedDatabase(program, cluster, log, port, password);
        database.endLeftOver();
        database.startPostmaster();
        database.createOwner(superuserPassword);
        return database;
    }

    private static void initialise(PostgresProgram program, Path cluster, Path superuser, Path log)
            throws IOException, InterruptedException, StartFailure {
        int code = program.run(
                log,
                "initdb",
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + superuser,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (code != 0) {
            throw new StartFailure("The database could not be made; see " + log);
        }
        Files.createFile(cluster.resolve("complete"));
    }

    private static String configuration(int port, Map<String, String> parameters) {
        var text = new StringBuilder("""
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'

                # A commit that was acknowledged is on disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # No value of a row or a statement in the log.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_timezone = 'UTC'
                """.formatted(port));
        parameters.forEach(
                (name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
        return text.toString();
    }

    /**
     * After a launcher that was killed, its database may still run, or may have left its lock file behind. The process
     * number in that file may by now belong to any other program, which PostgreSQL itself does not look at.
     */
    private void endLeftOver() throws IOException, InterruptedException {
        Path lock = cluster.resolve("postmaster.pid");
        if (Files.notExists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        Optional<ProcessHandle> process = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        boolean ours = process.flatMap(p -> p.info().command())
                .filter(command -> command.startsWith(program.folder().toString()))
                .isPresent();
        if (ours) {
            stopPostmaster();
        } else {
            Files.delete(lock);
        }
    }

    private void startPostmaster() throws IOException, InterruptedException, StartFailure {
        int code = program.run(
                log, "pg_ctl", "start", "--pgdata=" + cluster, "--log=" + log, "--wait", "--timeout=60", "--silent");
        if (code != 0) {
            throw new StartFailure("The database did not start; see " + log);
        }
    }

    private void stopPostmaster() throws IOException, InterruptedException {
        program.run(log, "pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60", "--silent");
    }

    /** The server works as the owner of its own database, not as superuser. */
    private void createOwner(String superuserPassword) throws StartFailure {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", superuserPassword);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                // The password is base64url: it has no quote.
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            throw new StartFailure("The database does not answer as it should; see " + log, e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + NAME;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopPostmaster();
    }
}
