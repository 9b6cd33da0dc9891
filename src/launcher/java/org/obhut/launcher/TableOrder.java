package org.obhut.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.obhut.platform.Statements;

/** The tables of a schema, each after those that its rows refer to. Flyway's own is none of them. */
final class TableOrder {

    private final List<String> tables;
    private final List<Map.Entry<String, String>> references;

    TableOrder(Connection connection, String schema) throws SQLException {
        tables = Statements.list(connection, """
                SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
                WHERE n.nspname = ? AND relkind = 'r' AND relname <> 'flyway_schema_history' ORDER BY relname""", row -> row.getString(1), schema);
        references = Statements.list(connection, """
                SELECT a.relname, b.relname FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace
                    JOIN pg_class a ON a.oid = conrelid JOIN pg_class b ON b.oid = confrelid
                WHERE contype = 'f' AND n.nspname = ? AND a.oid <> b.oid""", row -> Map.entry(row.getString(1), row.getString(2)), schema);
    }

    /** @throws IllegalStateException where two tables refer to each other */
    List<String> tables() {
        List<String> ordered = new ArrayList<>();
        var left = new TreeSet<>(tables);
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference ->
                                    reference.getKey().equals(table) && left.contains(reference.getValue())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }
}
