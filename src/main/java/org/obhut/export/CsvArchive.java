package org.obhut.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.obhut.report.Cell;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/** All of a report's tables as CSV, a file each, in a ZIP; beside them a text that says what they are and whether they hold. */
public final class CsvArchive {

    private CsvArchive() {}

    /** Writes the archive; the stream stays open. */
    public static void write(Report report, Wording wording, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(wording.text("export.about.file") + ".txt"));
        zip.write(about(report, wording).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (ReportTable table : report.tables()) {
            zip.putNextEntry(new ZipEntry(table.key() + ".csv"));
            TableCsv.write(table, wording.language(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String about(Report report, Wording wording) {
        var text = new StringBuilder();
        for (Sheet.Line line : Sheet.overview(report, wording).lines()) {
            text.append(String.join(
                            "\t",
                            line.cells().stream()
                                    .map((Cell cell) -> CellText.of(cell, wording.language()))
                                    .toList()))
                    .append("\r\n");
        }
        for (ReportTable table : report.tables()) {
            text.append(table.key()).append(".csv\t").append(table.caption().in(wording.language()));
            table.notes().forEach(note -> text.append("\t").append(note.in(wording.language())));
            text.append("\r\n");
        }
        return text.toString();
    }
}
