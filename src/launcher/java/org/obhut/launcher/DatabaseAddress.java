package org.obhut.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * Where a database is and how to sign in.
 *
 * @param url JDBC address
 */
record DatabaseAddress(String url, String user, String password) {

    /** The server's own name on its connections; see {@code platform.Database}. */
    private static final String SERVER = "obhut";

    static DatabaseAddress of(EmbeddedDatabase database) {
        return new DatabaseAddress(database.url(), database.user(), database.password());
    }

    /** The embedded database of a data folder in which a launcher is running. */
    static DatabaseAddress running(Path data) throws IOException, StartFailure {
        Path lock = data.resolve("database/postmaster.pid");
        if (Files.notExists(lock)) {
            throw new StartFailure("OBHUT_DATA: another program works in " + data + "; wait until it has ended");
        }
        // The fourth line is the port (PostgreSQL, src/include/utils/pidfile.h).
        List<String> lines = Files.readAllLines(lock);
        String port = lines.size() < 4 ? "" : lines.get(3).strip();
        String password = Files.readString(data.resolve("secrets/database"), StandardCharsets.US_ASCII);
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/obhut", "obhut", password);
    }

    /** @param schema what names without one mean */
    Connection open(String schema) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "obhut-archive");
        properties.setProperty("currentSchema", schema);
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    /** How many connections a running server has. */
    static int servers(Connection connection) throws SQLException {
        String sql =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, SERVER);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** No password in a log. */
    @Override
    public String toString() {
        return url;
    }
}
