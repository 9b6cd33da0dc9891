package org.obhut.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.obhut.export.CellText;
import org.obhut.export.ReportWords;
import org.obhut.export.Wording;
import org.obhut.report.Cell;
import org.obhut.report.ChartSvg;
import org.obhut.report.KeyFigure;
import org.obhut.report.Label;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/** The page of HTML of which a report's PDF is made. */
public record ReportDocument(Report report, Texts texts) implements Wording {

    private static final int MOST_COLUMNS = 4;
    private static final int MOST_ROWS = 24;

    /** Of a table that is set in two columns of a page. */
    private static final int MOST_COLUMNS_HALVED = 3;

    private static final int MOST_ROWS_HALVED = 100;

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

    public String cell(ReportTable table, int column, Cell cell) {
        return CellText.of(table.columns().get(column), cell, language());
    }

    public boolean withheld(Cell cell) {
        return cell instanceof Cell.Withheld;
    }

    /** A key figure with its unit. */
    public String figure(KeyFigure figure) {
        Label unit = figure.unit();
        return CellText.of(figure.value(), language()) + (unit == null ? "" : " " + t(unit));
    }

    /** An {@code svg} element; empty where the table is not drawn. */
    public String chart(ReportTable table) {
        return ChartSvg.of(table, language());
    }

    /** What the colours of a chart with groups of bars stand for. */
    public List<Label> series(ReportTable table) {
        return table.chart() == ReportTable.Chart.GROUPS ? ChartSvg.series(table) : List.of();
    }

    /** Whether the table is printed beside its chart: a long one would leave half of the next page empty, a wide one has no room. */
    public boolean narrow(ReportTable table) {
        return table.columns().size() <= MOST_COLUMNS
                && table.rows().size() <= MOST_ROWS
                && !chart(table).isEmpty();
    }

    /** Whether the table is to stay on one page. */
    public boolean whole(ReportTable table) {
        return table.rows().size() <= MOST_ROWS;
    }

    /**
     * The parts in which a table is set beside each other: two where it is long and narrow, parted between two groups of rows; itself
     * where it is not.
     */
    public List<ReportTable> halves(ReportTable table) {
        List<ReportTable.Row> rows = table.rows();
        int size = rows.size();
        if (whole(table) || size > MOST_ROWS_HALVED || table.columns().size() > MOST_COLUMNS_HALVED) {
            return List.of(table);
        }
        int border = IntStream.range(1, size)
                .filter(i -> rows.get(i).level() == 0)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(2 * i - size)))
                .orElse(size / 2);
        return List.of(
                part(table, rows.subList(0, border), null, List.of()),
                part(table, rows.subList(border, size), table.total(), table.notes()));
    }

    private static ReportTable part(
            ReportTable table, List<ReportTable.Row> rows, ReportTable.@Nullable Row total, List<Label> notes) {
        return new ReportTable(
                table.key(), table.caption(), table.stub(), table.chart(), table.columns(), rows, total, notes);
    }
}
