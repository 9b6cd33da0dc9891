package org.obhut.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.codelist.CodeLists;

class DirectoryFileTest {

    private final OrganisationReader reader = new OrganisationReader(new CodeLists(), LocalDate.of(2026, 11, 26));

    private DirectoryEntry entry(Map<Field, String> fields) {
        return new DirectoryEntry(
                UUID.randomUUID(), reader.read(fields).organisation().orElseThrow(), 1);
    }

    private static List<DirectoryFile.Row> read(String file) {
        return DirectoryFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsExportedIsImportedAsTheSame() {
        Map<Field, String> hostile = OrganisationFields.whole();
        hostile.put(Field.NAME, "=HYPERLINK(\"x\"); \"Haus\"");
        hostile.put(Field.NOTE, "zwei\nZeilen; und 'Striche'");
        hostile.put(Field.AUDIENCE, "'alle'");
        List<DirectoryEntry> there = List.of(entry(OrganisationFields.whole()), entry(hostile));

        String file = DirectoryFile.write(there);
        ImportPlan plan = ImportPlan.of(read(file), reader, there);

        assertEquals(2, plan.count(ImportPlan.Effect.SAME), plan::toString);
        assertTrue(file.startsWith("\uFEFFname;kind;town;"));
        assertTrue(file.contains("\"'=HYPERLINK"), file);
        assertTrue(file.contains(";+49 221 4710226;"), file);
    }

    @Test
    void saysRowByRowWhatIsWrongAndWhatWouldBeDone() {
        DirectoryEntry known = entry(OrganisationFields.whole());
        String file = """
                town,name,kind,phone
                Köln,fachberatung rheinbogen,counselling-centre,0221 1
                Köln,Neue Stelle,shelter,
                Bonn,,kiosk,ruf an
                Köln,Neue Stelle,shelter,
                """;

        ImportPlan plan = ImportPlan.of(read(file), reader, List.of(known));

        assertEquals(
                "2 CHANGED [], 3 NEW [], 4 WRONG [NAME required, KIND unknown-value, PHONE malformed], 5 WRONG [NAME twice]",
                plan.rows().stream()
                        .map(row -> row.line() + " " + row.effect() + " "
                                + row.faults().stream()
                                        .map(fault -> fault.field() + " " + fault.reason())
                                        .toList())
                        .collect(Collectors.joining(", ")));
        assertFalse(plan.possible());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty|1",
                "name;kind|empty|1",
                "name;place|unknown-heading|1",
                "name;town|headings|1",
                "name;kind;name|headings|1",
                "name;kind~a;other;more|cells|2"
            })
    void refusesWhatIsNoSuchTable(String file, String reason, long line) {
        UnreadableFile refused = assertThrows(UnreadableFile.class, () -> read(file.replace('~', '\n')));
        assertEquals(reason, refused.reason());
        assertEquals(line, refused.line());
    }

    @Test
    void asksForUtf8() {
        byte[] latin = "name;kind;town\nHaus;other;Köln\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "not-utf-8",
                assertThrows(UnreadableFile.class, () -> DirectoryFile.read(latin))
                        .reason());
    }

    @Test
    void boundsTheNumberOfRows() {
        String file = "name;kind\n" + "Haus;other\n".repeat(DirectoryFile.MOST_ROWS + 1);
        assertEquals(
                "too-many", assertThrows(UnreadableFile.class, () -> read(file)).reason());
    }
}
