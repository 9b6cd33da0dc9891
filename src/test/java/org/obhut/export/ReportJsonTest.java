package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.report.Cell;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

class ReportJsonTest {

    private static final Report REPORT = SampleReport.of(Report.State.DRAFT);

    /** One line for each row of each table, the total last: table, label, and what stands in the cells. */
    private static final String LINES = """
            .sections[].tables[] | .key as $table | (.rows + [.total // empty])[]
              | [$table, .label.de] + [.cells[] | if .withheld then "–" else (.count // .percent) end] | @csv
            """;

    /** For each table with a total whether it is the sum of its rows of the first level, column by column. */
    private static final String SUMS = """
            [.sections[].tables[] | select(.total) | [.rows[] | select(.level == 0) | [.cells[].count]] as $rows
              | [.total.cells[].count] == ($rows | transpose | map(add))] | map(tostring) | join(" ")
            """;

    @Test
    @DisplayName("JSON has the same numbers, and a withheld one is no number")
    void writesJson() {
        JsonObject json = ReportJson.of(REPORT);
        System.out.println("json: " + json.toString().getBytes(StandardCharsets.UTF_8).length + " bytes");
        assertEquals("draft", json.getString("state"));
        JsonObject contacts = json.getJsonArray("sections")
                .getJsonObject(0)
                .getJsonArray("tables")
                .getJsonObject(0);
        assertEquals(
                1420,
                contacts.getJsonObject("total")
                        .getJsonArray("cells")
                        .getJsonObject(2)
                        .getInt("count"));
        assertEquals(
                "{\"withheld\":true}",
                ReportJson.of(REPORT.table("topics").orElseThrow())
                        .getJsonArray("rows")
                        .getJsonObject(2)
                        .getJsonArray("cells")
                        .getJsonObject(1)
                        .toString());
    }

    @Test
    @DisplayName("jq finds every cell and every total of the report, and totals that are the sum of their rows")
    void isReadByAnotherProgram(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("report.json"), ReportJson.of(REPORT).toString(), StandardCharsets.UTF_8);
        List<String> expected = new ArrayList<>();
        int cells = 0;
        for (ReportTable table : REPORT.tables()) {
            for (ReportTable.Row row : (Iterable<ReportTable.Row>)
                    Stream.concat(table.rows().stream(), Stream.ofNullable(table.total()))::iterator) {
                StringBuilder line = new StringBuilder(
                        '"' + table.key() + "\",\"" + row.label().german() + '"');
                row.cells().forEach(cell -> line.append(',').append(number(cell)));
                expected.add(line.toString());
                cells += row.cells().size();
            }
        }
        assertEquals(
                expected,
                OtherProgram.JQ
                        .run(folder, "-r", LINES, file.toString())
                        .lines()
                        .toList());
        System.out.println("json: " + cells + " cells compared with the report's");
        assertTrue(cells > 100);
        assertEquals(
                "true true true",
                OtherProgram.JQ.run(folder, "-r", SUMS, file.toString()).strip());
    }

    private static String number(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return String.valueOf(count.value());
        }
        return cell instanceof Cell.Share share ? String.valueOf(share.percent()) : '"' + CellText.WITHHELD + '"';
    }
}
