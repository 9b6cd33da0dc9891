package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may stand in a plain column is decided in {@code columns.txt}, with a reason; the database has nothing else. */
class SchemaIT {

    private static final Map<String, String> REASONS = new TreeMap<>();
    private static Statements statements;

    private record Column(String name, String type, String storage) {}

    @BeforeAll
    static void migrate() throws IOException {
        statements = new Statements(PostgreSql.database());
        try (InputStream file = SchemaIT.class.getResourceAsStream("/columns.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .forEach(parts -> REASONS.put(parts[0], parts[1]));
        }
    }

    private static List<Column> columns() {
        String sql = """
                SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod), a.attstorage
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v')
                  AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'""";
        return statements.list(sql, row -> new Column(row.getString(1), row.getString(2), row.getString(3)));
    }

    @Test
    void everyColumnHasAReason() {
        List<String> without = columns().stream()
                .map(Column::name)
                .filter(name -> !REASONS.containsKey(name))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyReasonHasAColumn() {
        Set<String> names = columns().stream().map(Column::name).collect(Collectors.toSet());
        Set<String> tables = names.stream().map(SchemaIT::table).collect(Collectors.toSet());
        List<String> without = REASONS.keySet().stream()
                .filter(name -> tables.contains(table(name)) && !names.contains(name))
                .toList();
        assertEquals(List.of(), without);
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    /** Compression would leave words of equal beginnings recognisable in size, and costs time on random bytes. */
    @Test
    void whatIsSealedIsBytesKeptAsTheyAre() {
        List<Column> wrong = columns().stream()
                .filter(column -> REASONS.getOrDefault(column.name(), "").equals("sealed"))
                .filter(column ->
                        !column.type().equals("bytea") || !column.storage().equals("e"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    /** What ANALYZE has sampled stays in {@code pg_statistic} after its row is erased, and no VACUUM takes it away. */
    @Test
    void noBytesAreSampledForStatistics() {
        String sql = """
                SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
                  AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype AND coalesce(a.attstattarget, -1) <> 0""";
        assertEquals(List.of(), statements.list(sql, row -> row.getString(1)));
    }

    @Test
    void nothingKeepsAnExactTimeOfAClientOrFreeText() {
        List<String> texts = columns().stream()
                .filter(column -> column.type().equals("text") || column.type().startsWith("character"))
                .map(column -> REASONS.getOrDefault(column.name(), "none"))
                .filter(reason -> !reason.matches(
                        "(mailbox address|status|channel|language code.*|team name|staff sign-in name|roles of staff"
                                + "|reason code|act code|an administrator's choice|a team's choice|a team's sentence|a person's choice"
                                + "|a public place, of no client|name of a telephone system"
                                + "|period of a report|published, of no client|written to be published, of no client"
                                + "|table of the report|key of a code list, as part of a count"
                                + "|name of a code list|labels of a code list, of no client)"))
                .toList();
        assertEquals(List.of(), texts);
    }
}
