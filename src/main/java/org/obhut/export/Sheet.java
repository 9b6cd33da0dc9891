package org.obhut.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.report.Cell;
import org.obhut.report.KeyFigure;
import org.obhut.report.Label;
import org.obhut.report.Narrative;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/**
 * A page of a workbook, whatever its format.
 *
 * @param name at most 31 characters, none of {@code []*?:/\}, different from the other pages'
 */
record Sheet(String name, List<Line> lines) {

    /** What a row is, and so what it looks like. */
    enum Kind {
        TITLE,
        TEXT,
        HEAD,
        BODY,
        TOTAL
    }

    /** One row. */
    record Line(Kind kind, List<Cell> cells) {
        static Line of(Kind kind, String... texts) {
            return new Line(
                    kind,
                    Stream.of(texts)
                            .map(text -> (Cell) new Cell.Words(Label.same(text)))
                            .toList());
        }
    }

    /** Excel's limit. */
    private static final int LONGEST_NAME = 31;

    /** All pages of a report: one that says what it is, then one for each table. */
    static List<Sheet> of(Report report, Wording wording) {
        List<Sheet> sheets = new ArrayList<>(List.of(overview(report, wording)));
        List<ReportTable> tables = report.tables();
        for (int i = 0; i < tables.size(); i++) {
            sheets.add(table(tables.get(i), i + 1, report, wording));
        }
        return sheets;
    }

    /** Title, period, state, notes, key figures and what people make of them. */
    static Sheet overview(Report report, Wording wording) {
        String language = wording.language();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.TEXT, report.publisher().in(language)));
        lines.add(Line.of(Kind.TITLE, report.title().in(language)));
        lines.add(Line.of(Kind.TEXT, ReportWords.period(report, wording)));
        state(report, wording, lines);
        report.notes().forEach(note -> lines.add(Line.of(Kind.TEXT, note.in(language))));
        lines.add(Line.of(Kind.TEXT, wording.text("export.withheld.note", CellText.WITHHELD)));
        for (KeyFigure figure : report.figures()) {
            lines.add(new Line(
                    Kind.BODY,
                    Stream.of(words(figure.label()), figure.value(), words(figure.unit()), words(figure.hint()))
                            .toList()));
        }
        narrative(report.narrative(), wording, lines);
        return new Sheet(wording.text("export.overview"), List.copyOf(lines));
    }

    private static Sheet table(ReportTable table, int number, Report report, Wording wording) {
        String language = wording.language();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.TITLE, table.caption().in(language)));
        lines.add(Line.of(Kind.TEXT, report.title().in(language)));
        state(report, wording, lines);
        lines.add(new Line(
                Kind.HEAD,
                Stream.concat(
                                Stream.of(words(table.stub())),
                                table.columns().stream().map(column -> words(column.label())))
                        .toList()));
        table.rows().forEach(row -> lines.add(row(Kind.BODY, row, language)));
        if (table.total() != null) {
            lines.add(row(Kind.TOTAL, table.total(), language));
        }
        table.notes().forEach(note -> lines.add(Line.of(Kind.TEXT, note.in(language))));
        return new Sheet(name(number, table.caption().in(language)), List.copyOf(lines));
    }

    private static void state(Report report, Wording wording, List<Line> lines) {
        ReportWords.state(report, wording).ifPresent(state -> lines.add(Line.of(Kind.TITLE, state)));
    }

    private static void narrative(@Nullable Narrative narrative, Wording wording, List<Line> lines) {
        if (narrative != null && !narrative.blank()) {
            lines.add(Line.of(Kind.TITLE, wording.text("export.needs")));
            narrative.paragraphs().forEach(paragraph -> lines.add(Line.of(Kind.TEXT, paragraph)));
            narrative.points().forEach(point -> lines.add(Line.of(Kind.TEXT, "• " + point)));
        }
    }

    private static Line row(Kind kind, ReportTable.Row row, String language) {
        String label =
                "\u00a0\u00a0\u00a0\u00a0".repeat(row.level()) + row.label().in(language);
        return new Line(
                kind,
                Stream.concat(Stream.of(words(Label.same(label))), row.cells().stream())
                        .toList());
    }

    private static Cell words(@Nullable Label label) {
        return new Cell.Words(label == null ? Label.same("") : label);
    }

    private static String name(int number, String caption) {
        String name = number + " " + caption.replaceAll("[\\[\\]*?:/\\\\']", " ");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }
}
