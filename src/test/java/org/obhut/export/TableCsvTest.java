package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.obhut.console.Language;
import org.obhut.console.ReportDocument;
import org.obhut.console.Texts;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

class TableCsvTest {

    private static final Report REPORT = SampleReport.of(Report.State.DRAFT);

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
