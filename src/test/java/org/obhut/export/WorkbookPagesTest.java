package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.console.Language;
import org.obhut.console.ReportDocument;
import org.obhut.console.Texts;
import org.obhut.report.Cell;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/** Workbooks as LibreOffice opens them: each cell of each table is compared with the report's. */
class WorkbookPagesTest {

    private static final Report REPORT = SampleReport.of(Report.State.DRAFT);
    private static final Wording WORDING = new ReportDocument(REPORT, new Texts(Language.DE));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ods", "xlsx"})
    @DisplayName(
            "LibreOffice finds every cell and every total of the report in the workbook, and on each sheet of a draft that it is one")
    void holdsTheReport(String format) throws Exception {
        List<List<List<String>>> sheets = reopened(format);
        assertEquals(1 + REPORT.tables().size(), sheets.size());
        for (List<List<String>> sheet : sheets) {
            assertTrue(
                    sheet.stream().anyMatch(row -> row.contains(WORDING.text("export.draft"))),
                    () -> "not marked as a draft: " + sheet);
        }
        int cells = 0;
        for (int i = 0; i < REPORT.tables().size(); i++) {
            cells += compare(REPORT.tables().get(i), sheets.get(i + 1));
        }
        System.out.println(format + ": " + cells + " cells compared with the report's");
        assertTrue(cells > 100);
    }

    private static int compare(ReportTable table, List<List<String>> sheet) {
        int head = 0;
        while (!sheet.get(head).get(0).equals(table.stub().german())) {
            head++;
        }
        List<ReportTable.Row> rows = new ArrayList<>(table.rows());
        if (table.total() != null) {
            rows.add(table.total());
        }
        int cells = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<String> found = sheet.get(head + 1 + i);
            assertEquals(rows.get(i).label().german(), found.get(0).strip());
            for (int column = 0; column < table.columns().size(); column++) {
                Cell cell = rows.get(i).cells().get(column);
                assertEquals(expected(cell), found.get(column + 1), table.key() + " " + found);
                cells++;
            }
        }
        return cells;
    }

    /** A number without its format. */
    private static String expected(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return String.valueOf(count.value());
        }
        if (cell instanceof Cell.Share share) {
            return String.valueOf(share.percent() / 100.0);
        }
        return CellText.WITHHELD;
    }

    private List<List<List<String>>> reopened(String format) throws IOException, InterruptedException {
        Path file = folder.resolve("report." + format);
        try (OutputStream to = Files.newOutputStream(file)) {
            if (format.equals("ods")) {
                OdsWorkbook.write(REPORT, WORDING, to);
            } else {
                XlsxWorkbook.write(REPORT, WORDING, to);
            }
        }
        System.out.println(format + ": " + Files.size(file) + " bytes");
        return OpenedSheets.of(folder, List.of(), List.of(file)).get(0);
    }
}
