package org.obhut.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a copy of the database shows at one moment: every row of every table with its place and its transaction, the columns, and how far
 * the sequences have come.
 */
public final class DatabaseCopy {

    /**
     * A row.
     *
     * @param place page and line in the table's file
     * @param transaction number of the one that wrote it
     * @param text all of its values
     */
    public record Row(String place, String transaction, String text) {

        /** The bytes of a row that is nothing else. */
        public byte[] bytes() {
            return HexFormat.of().parseHex(text.replaceAll("[^0-9a-f]", ""));
        }
    }

    private final Map<String, List<Row>> tables = new TreeMap<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();
    private final Map<String, String> sequences = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();

    private DatabaseCopy() {}

    /** Copies what is there now. */
    public static DatabaseCopy of(Statements statements) {
        var copy = new DatabaseCopy();
        statements
                .list(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
                        row -> row.getString(1))
                .forEach(table -> copy.tables.put(
                        table,
                        statements.list(
                                "SELECT ctid::text, xmin::text, t::text FROM \"" + table + "\" t ORDER BY ctid",
                                row -> new Row(row.getString(1), row.getString(2), row.getString(3)))));
        statements
                .list(
                        "SELECT table_name, column_name, data_type FROM information_schema.columns"
                                + " WHERE table_schema = 'public'",
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(column -> copy.columns
                        .computeIfAbsent(column[0], table -> new TreeSet<>())
                        .add(column[0] + '.' + column[1] + ' ' + column[2]));
        statements
                .list(
                        "SELECT s.sequencename, s.last_value::text, d.refobjid::regclass::text FROM pg_sequences s"
                                + " LEFT JOIN pg_depend d ON d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass"
                                + " AND d.deptype IN ('a', 'i')",
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(sequence -> {
                    copy.sequences.put(sequence[0], String.valueOf(sequence[1]));
                    copy.owners.put(sequence[0], String.valueOf(sequence[2]));
                });
        return copy;
    }

    /** The rows of a table, as they lie. */
    public List<Row> rows(String table) {
        return tables.get(table);
    }

    /** The tables whose name begins so. */
    public Set<String> tables(String prefix) {
        return tables.keySet().stream().filter(name -> name.startsWith(prefix)).collect(Collectors.toSet());
    }

    /** How many rows there are. */
    public int size() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    /** The rows that another copy has not, or has otherwise. */
    public List<Row> since(DatabaseCopy earlier) {
        List<Row> changed = new ArrayList<>();
        tables.forEach((table, rows) -> {
            Set<Row> before = new HashSet<>(earlier.tables.getOrDefault(table, List.of()));
            rows.stream().filter(row -> !before.contains(row)).forEach(changed::add);
        });
        return changed;
    }

    /** The transactions that wrote a table's rows. */
    public Set<String> transactions(String table) {
        return rows(table).stream().map(Row::transaction).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables of which one of these transactions wrote a row. */
    public Set<String> tablesOf(Set<String> transactions) {
        return tables.keySet().stream()
                .filter(table -> transactions(table).stream().anyMatch(transactions::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a word stands in any row. */
    public boolean holds(String word) {
        return tables.values().stream().flatMap(Collection::stream).anyMatch(row -> row.text()
                .contains(word));
    }

    /** The columns of these tables, with their types. */
    public Set<String> columns(Set<String> of) {
        return of.stream().flatMap(table -> columns.get(table).stream()).collect(Collectors.toSet());
    }

    /** How far each sequence has come. */
    public Map<String, String> sequences() {
        return sequences;
    }

    /** The sequences that number rows of these tables. */
    public Set<String> sequencesOf(Set<String> of) {
        return owners.entrySet().stream()
                .filter(entry -> of.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
