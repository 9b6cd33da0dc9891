package org.obhut.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.obhut.platform.Statements;
import org.postgresql.PGConnection;

/**
 * Puts an archive in the place of what a database holds. All of it is built beside it, in a schema of its own; one short transaction
 * at the end exchanges the two. Cut off anywhere before, nothing has changed.
 */
final class Restorer {

    static final String SCHEMA = "restoring";

    private final DatabaseAddress address;
    private final ArchiveReader reader;
    private final Archive archive;

    Restorer(DatabaseAddress address, ArchiveReader reader) {
        this.address = address;
        this.reader = reader;
        this.archive = reader.archive();
    }

    /** @throws StartFailure where this version of Obhut can't read the archive's schema */
    void requireKnownSchema() throws StartFailure {
        var last = MigrationVersion.fromVersion(
                archive.versions().get(archive.versions().size() - 1));
        List<String> known = Arrays.stream(flyway().load().info().all())
                .filter(migration ->
                        migration.getVersion() != null && migration.getVersion().compareTo(last) <= 0)
                .map(migration -> migration.getVersion().getVersion())
                .toList();
        if (!known.equals(archive.versions())) {
            throw new StartFailure("The archive was made by another version of Obhut (schema " + last
                    + "). Restore it with that version or a later one; nothing was changed");
        }
    }

    /** @param epochs those that the key store can open; what is under another is opened by nobody and left out */
    void restore(SortedSet<Integer> epochs, Instant now) throws SQLException, IOException, DamagedArchive {
        try (Connection connection = address.open(SCHEMA)) {
            Statements.run(connection, "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            Statements.run(connection, "CREATE SCHEMA " + SCHEMA);
            flyway().target(archive.versions().get(archive.versions().size() - 1))
                    .load()
                    .migrate();
            connection.setAutoCommit(false);
            load(connection);
            connection.commit();
            flyway().load().migrate();
            settle(connection, epochs, now);
            Statements.run(connection, "DROP SCHEMA public CASCADE");
            Statements.run(connection, "ALTER SCHEMA " + SCHEMA + " RENAME TO public");
            connection.commit();
        }
    }

    private FluentConfiguration flyway() {
        String url = address.url() + (address.url().contains("?") ? '&' : '?') + "currentSchema=" + SCHEMA;
        return Flyway.configure()
                .dataSource(url, address.user(), address.password())
                .schemas(SCHEMA)
                .loggers("slf4j")
                .locations("classpath:db/migration");
    }

    private void load(Connection connection) throws SQLException, IOException, DamagedArchive {
        String all = String.join(",", new TableOrder(connection, SCHEMA).tables());
        // A migration may have put rows there, and the archive has them too.
        Statements.run(connection, "TRUNCATE " + all);
        for (Archive.Table table : archive.tables()) {
            String sql = "COPY \"" + table.name() + "\" (" + table.columns() + ") FROM STDIN (FORMAT binary)";
            try (InputStream rows = reader.stream(table)) {
                if (connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows) != table.rows()) {
                    throw new DamagedArchive("table " + table.name() + " has not the rows it should");
                }
            }
        }
        for (var sequence : archive.sequences().entrySet()) {
            Statements.list(
                    connection,
                    "SELECT setval(CAST(quote_ident(?) AS regclass), ?)",
                    row -> row.getLong(1),
                    sequence.getKey(),
                    sequence.getValue());
        }
    }

    private void settle(Connection connection, SortedSet<Integer> epochs, Instant now) throws SQLException {
        var known = connection.createArrayOf("integer", epochs.toArray());
        // Left in place they would hold up the next epoch, which has to move every row.
        Statements.run(connection, "DELETE FROM seal WHERE epoch <> ALL (?)", known);
        Statements.run(connection, "DELETE FROM lookup WHERE epoch <> ALL (?)", known);
        Statements.run(
                connection,
                "INSERT INTO restoration (at, archived_at) VALUES (?, ?)",
                now.atOffset(ZoneOffset.UTC),
                archive.made().atOffset(ZoneOffset.UTC));
    }
}
