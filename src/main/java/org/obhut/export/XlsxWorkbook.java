package org.obhut.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.obhut.report.Cell;
import org.obhut.report.Report;

/** A report as an Office Open XML workbook (ISO/IEC 29500): numbers are numbers, words are words and never a formula. */
public final class XlsxWorkbook {

    private static final double LABELS = 42;
    private static final double NUMBERS = 14;

    private XlsxWorkbook() {}

    /** Writes the workbook; the stream stays open. */
    public static void write(Report report, Wording wording, OutputStream to) throws IOException {
        var book = new Workbook(to, "Obhut", null);
        book.properties().setTitle(report.title().in(wording.language()));
        for (Sheet sheet : Sheet.of(report, wording)) {
            Worksheet page = book.newWorksheet(sheet.name());
            write(sheet, page, wording);
            page.paperSize(PaperSize.A4_PAPER);
            page.setFitToPage(true);
            page.fitToHeight((short) 0);
            page.footer("Obhut", Position.LEFT);
            ReportWords.state(report, wording).ifPresent(state -> page.footer(state, Position.CENTER));
            page.footer("&P / &N", Position.RIGHT);
        }
        book.finish();
    }

    private static void write(Sheet sheet, Worksheet page, Wording wording) {
        List<Sheet.Line> lines = sheet.lines();
        page.width(0, LABELS);
        for (int row = 0; row < lines.size(); row++) {
            Sheet.Line line = lines.get(row);
            for (int column = 0; column < line.cells().size(); column++) {
                if (column > 0) {
                    page.width(column, NUMBERS);
                }
                value(page, row, column, line.cells().get(column), wording);
                style(page, row, column, line.kind());
            }
            if (line.kind() == Sheet.Kind.HEAD) {
                page.repeatRows(row);
                page.freezePane(1, row + 1);
            }
        }
    }

    private static void value(Worksheet page, int row, int column, Cell cell, Wording wording) {
        if (cell instanceof Cell.Count count) {
            page.value(row, column, count.value());
            page.style(row, column).format("#,##0").set();
        } else if (cell instanceof Cell.Mean mean) {
            page.value(row, column, mean.value());
        } else if (cell instanceof Cell.Share share) {
            page.value(row, column, share.percent() / 100.0);
            page.style(row, column).format("0%").set();
        } else {
            page.value(row, column, CellText.of(cell, wording.language()));
        }
        if (column > 0) {
            page.style(row, column).horizontalAlignment("right").set();
        }
    }

    private static void style(Worksheet page, int row, int column, Sheet.Kind kind) {
        switch (kind) {
            case TITLE -> page.style(row, column).bold().fontSize(14).set();
            case HEAD ->
                page.style(row, column)
                        .bold()
                        .wrapText(true)
                        .borderStyle("thin")
                        .set();
            case TOTAL -> page.style(row, column).bold().set();
            case TEXT, BODY -> {}
        }
    }
}
