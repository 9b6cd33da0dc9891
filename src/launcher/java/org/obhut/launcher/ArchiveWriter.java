package org.obhut.launcher;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.obhut.platform.Statements;
import org.postgresql.PGConnection;

/** Writes an archive of what the database holds at one moment, while others go on reading and writing. */
final class ArchiveWriter {

    private final Connection connection;

    /** @param connection of its own, not used yet; it is one transaction's from now on */
    ArchiveWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        // Every statement sees the same moment (PostgreSQL, 13.2.2).
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** @throws StartFailure where this is no database of Obhut */
    Archive write(Instant now, String mode, OutputStream out) throws SQLException, IOException, StartFailure {
        List<String> versions = versions();
        try (var zip = new ZipOutputStream(out)) {
            // What is sealed does not get smaller, whatever the effort.
            zip.setLevel(Deflater.BEST_SPEED);
            List<Archive.Table> tables = new ArrayList<>();
            for (String name : new TableOrder(connection, "public").tables()) {
                tables.add(table(zip, name));
            }
            Archive archive =
                    new Archive(now, mode, keyStore(), epoch(), versions, List.copyOf(tables), sequences(), tickets());
            zip.putNextEntry(new ZipEntry(Archive.ENTRY));
            zip.write(archive.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return archive;
        }
    }

    private Archive.Table table(ZipOutputStream zip, String name) throws SQLException, IOException {
        String columns = String.join(",", list("""
                SELECT quote_ident(attname) FROM pg_attribute
                WHERE attrelid = CAST(quote_ident(?) AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum""", name));
        zip.putNextEntry(new ZipEntry(entry(name)));
        var digest = new DigestOutputStream(new Unclosed(zip), sha256());
        String sql = "COPY \"" + name + "\" (" + columns + ") TO STDOUT (FORMAT binary)";
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, digest);
        zip.closeEntry();
        String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        return new Archive.Table(name, columns, rows, hash);
    }

    static String entry(String table) {
        return "tables/" + table;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> versions() throws SQLException, StartFailure {
        if (list("SELECT CAST(to_regclass('flyway_schema_history') AS text) WHERE to_regclass('epoch_state') IS NOT NULL")
                .isEmpty()) {
            throw new StartFailure("The database is empty: there is nothing to save");
        }
        return list("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                + " ORDER BY CAST(version AS integer)");
    }

    private UUID keyStore() throws SQLException, StartFailure {
        return list("SELECT CAST(key_store AS text) FROM epoch_state").stream()
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow(() -> new StartFailure("The database has no key store yet: there is nothing to save"));
    }

    private int epoch() throws SQLException {
        return Integer.parseInt(
                list("SELECT CAST(epoch AS text) FROM epoch_state").get(0));
    }

    private Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        for (String name : list("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")) {
            values.put(
                    name,
                    Long.valueOf(list("SELECT CAST(last_value AS text) FROM \"" + name + '"')
                            .get(0)));
        }
        return values;
    }

    private Map<Integer, Long> tickets() throws SQLException {
        String sql = """
                SELECT epoch, count(*) FROM (SELECT COALESCE(max(seal.epoch), 0) AS epoch
                    FROM ticket LEFT JOIN seal ON seal.file = ticket.id GROUP BY ticket.id) newest GROUP BY epoch""";
        Map<Integer, Long> counts = new TreeMap<>();
        for (Map.Entry<Integer, Long> row :
                Statements.list(connection, sql, row -> Map.entry(row.getInt(1), row.getLong(2)))) {
            counts.put(row.getKey(), row.getValue());
        }
        return counts;
    }

    private List<String> list(String sql, Object... arguments) throws SQLException {
        return Statements.list(connection, sql, row -> row.getString(1), arguments);
    }

    /** A table's end is not the archive's. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
