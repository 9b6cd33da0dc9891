package org.obhut.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.obhut.envelope.Intruder;

/** Every byte column of every table of a live database, whoever made it. */
final class SealedColumns {

    /** Longer ones are left out: they are segments like the last one of their file. */
    private static final int BYTES = 32_000;

    private final Connection database;

    SealedColumns(Connection database) {
        this.database = database;
    }

    /** @param left columns that the day leaves empty, and nothing else may */
    List<Intruder.Find> finds(Set<String> left) throws SQLException {
        List<Intruder.Find> finds = new ArrayList<>();
        Set<String> columns = new TreeSet<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND data_type = 'bytea'""")) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2));
            }
        }
        Set<String> empty = new TreeSet<>();
        for (String column : columns) {
            int before = finds.size();
            addColumn(finds, column);
            if (finds.size() == before) {
                empty.add(column);
            }
        }
        if (!empty.equals(left)) {
            throw new AssertionError("the day has put nothing into " + empty + ", expected that of " + left);
        }
        return finds;
    }

    private void addColumn(List<Intruder.Find> finds, String column) throws SQLException {
        String[] name = column.split("\\.");
        String query =
                "SELECT * FROM %1$s WHERE octet_length(\"%2$s\") < %3$d".formatted(from(name[0]), name[1], BYTES);
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                finds.add(new Intruder.Find(column, rows.getBytes(name[1]), ids(rows), index(rows)));
            }
        }
    }

    /** A piece of a draft's file is bound to its ticket, which stands at the file. */
    private static String from(String table) {
        return table.equals("draft_segment")
                ? "draft_segment JOIN (SELECT id AS file_id, ticket_id FROM draft_file) f USING (file_id)"
                : '"' + table + '"';
    }

    private static Set<UUID> ids(ResultSet row) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        ResultSetMetaData about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (about.getColumnTypeName(i).equals("uuid") && row.getObject(i) != null) {
                ids.add(row.getObject(i, UUID.class));
            }
        }
        return ids;
    }

    private static int index(ResultSet row) throws SQLException {
        ResultSetMetaData about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (about.getColumnName(i).equals("index")) {
                return row.getInt(i);
            }
        }
        return 0;
    }
}
