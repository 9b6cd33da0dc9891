package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.console.Language;
import org.obhut.console.ReportDocument;
import org.obhut.console.Texts;
import org.obhut.report.Cell;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

class TableCsvTest {

    private static final Report REPORT = SampleReport.of(Report.State.DRAFT);

    /** As a person chooses it in the dialogue of the import: 59 is the semicolon, 34 the quotation mark, 76 UTF-8. */
    private static final String SEMICOLONS_AND_UTF_8 = "--infilter=CSV:59,34,76,1";

    @Test
    @DisplayName("A table is one line of headings and one for each row, with bare numbers and no formula")
    void writesATable() throws IOException {
        assertEquals("""
                \uFEFFkey;Gruppe;Anzahl;Anteil (%);Veränderung
                registration;Anmeldung;395;44;25
                health;Gesundheit;340;38;-15
                formula;'=1+1;95;–;–
                """.replace("\n", "\r\n"), csv(REPORT.table("topics").orElseThrow()));
    }

    @Test
    @DisplayName("The sum is the row 'total'")
    void writesATotal() throws IOException {
        assertTrue(csv(REPORT.table("contacts").orElseThrow()).endsWith("total;Quartal;935;485;1420\r\n"));
    }

    @Test
    @DisplayName("The archive has each table as it is alone, and says that a draft is one")
    void packsAllTables() throws IOException {
        var zip = new ByteArrayOutputStream();
        CsvArchive.write(REPORT, new ReportDocument(REPORT, new Texts(Language.DE)), zip);
        System.out.println("csv.zip: " + zip.size() + " bytes");
        Map<String, byte[]> files = unpacked(zip.toByteArray());
        for (ReportTable table : REPORT.tables()) {
            assertArrayEquals(
                    csv(table).getBytes(StandardCharsets.UTF_8), files.remove(table.key() + ".csv"), table.key());
        }
        assertEquals(1, files.size());
        String about = new String(files.get("zu-diesem-bericht.txt"), StandardCharsets.UTF_8);
        assertTrue(about.contains("Entwurf, noch nicht freigegeben"), about);
        assertTrue(about.contains("Kontakte\t1.725"), about);
    }

    @Test
    @DisplayName("LibreOffice finds every cell and every total of the report in the archive's tables")
    void isOpenedByAnotherProgram(@TempDir Path folder) throws Exception {
        var zip = new ByteArrayOutputStream();
        CsvArchive.write(REPORT, new ReportDocument(REPORT, new Texts(Language.DE)), zip);
        Map<String, byte[]> files = unpacked(zip.toByteArray());
        List<Path> tables = new ArrayList<>();
        for (ReportTable table : REPORT.tables()) {
            String name = table.key() + ".csv";
            tables.add(Files.write(folder.resolve(name), files.get(name)));
        }
        List<List<List<List<String>>>> opened = OpenedSheets.of(folder, List.of(SEMICOLONS_AND_UTF_8), tables);
        int cells = 0;
        for (int i = 0; i < tables.size(); i++) {
            List<List<String>> sheet = opened.get(i).get(0);
            ReportTable table = REPORT.tables().get(i);
            List<ReportTable.Row> rows = new ArrayList<>(table.rows());
            Stream.ofNullable(table.total()).forEach(rows::add);
            assertEquals(
                    1 + rows.size(),
                    sheet.stream().filter(row -> row.size() > 1).count(),
                    table.key());
            for (int row = 0; row < rows.size(); row++) {
                List<String> expected =
                        new ArrayList<>(List.of(rows.get(row).label().german()));
                rows.get(row).cells().forEach(cell -> expected.add(number(cell)));
                List<String> found = new ArrayList<>(sheet.get(row + 1).subList(1, 1 + expected.size()));
                found.set(0, found.get(0).replaceFirst("^'", ""));
                assertEquals(expected, found, table.key());
                cells += expected.size() - 1;
            }
        }
        System.out.println("csv: " + cells + " cells compared with the report's");
        assertTrue(cells > 100);
    }

    private static String number(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return String.valueOf(count.value());
        }
        return cell instanceof Cell.Share share ? String.valueOf(share.percent()) : CellText.WITHHELD;
    }

    private static String csv(ReportTable table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        TableCsv.write(table, "de", bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
