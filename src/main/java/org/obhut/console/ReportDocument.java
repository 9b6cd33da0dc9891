package org.obhut.console;

import java.util.Optional;
import org.obhut.export.CellText;
import org.obhut.export.ReportWords;
import org.obhut.export.Wording;
import org.obhut.report.Cell;
import org.obhut.report.KeyFigure;
import org.obhut.report.Label;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/** The page of HTML of which a report's PDF is made. */
public record ReportDocument(Report report, Texts texts) implements Wording {

    @Override
    public String language() {
        return texts.language().tag();
    }

    @Override
    public String text(String key, Object... places) {
        return texts.text(key, places);
    }

    public String t(Label label) {
        return label.in(language());
    }

    public String period() {
        return ReportWords.period(report, this);
    }

    public Optional<String> state() {
        return ReportWords.state(report, this);
    }

    public String cell(Cell cell) {
        return CellText.of(cell, language());
    }

    public boolean withheld(Cell cell) {
        return cell instanceof Cell.Withheld;
    }

    /** A key figure with its unit. */
    public String figure(KeyFigure figure) {
        Label unit = figure.unit();
        return cell(figure.value()) + (unit == null ? "" : " " + t(unit));
    }

    /** Whether the table is printed beside its chart: more columns want the width of the page. */
    public boolean narrow(ReportTable table) {
        return table.chart() != ReportTable.Chart.NONE && table.columns().size() <= 4;
    }
}
