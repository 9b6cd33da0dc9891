package org.obhut.export;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.obhut.report.Cell;
import org.obhut.report.KeyFigure;
import org.obhut.report.Label;
import org.obhut.report.Narrative;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;
import org.obhut.report.Section;

/**
 * A report as JSON (RFC 8259), labels in both languages. What stands in a cell is said by the one name it has: {@code count},
 * {@code percent}, {@code mean}, {@code text}, or {@code withheld}.
 */
public final class ReportJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private ReportJson() {}

    public static JsonObject of(Report report) {
        JsonArrayBuilder figures = JSON.createArrayBuilder();
        report.figures().forEach(figure -> figures.add(figure(figure)));
        JsonArrayBuilder sections = JSON.createArrayBuilder();
        report.sections().forEach(section -> sections.add(section(section)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("publisher", label(report.publisher()))
                .add("title", label(report.title()))
                .add("period", report.period().toString())
                .add("from", report.period().from().toString())
                .add("to", report.period().to().toString())
                .add("asOf", report.asOf().toString())
                .add("state", report.state().name().toLowerCase(Locale.ROOT))
                .add("version", report.version())
                .add("notes", labels(report.notes()))
                .add("figures", figures)
                .add("sections", sections);
        Narrative narrative = report.narrative();
        if (narrative != null && !narrative.blank()) {
            json.add("needs", narrative.needs()).add("recommendations", JSON.createArrayBuilder(narrative.points()));
        }
        return json.build();
    }

    /** One table. */
    public static JsonObject of(ReportTable table) {
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        table.columns()
                .forEach(column -> columns.add(
                        JSON.createObjectBuilder().add("key", column.key()).add("label", label(column.label()))));
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        table.rows().forEach(row -> rows.add(row(row)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("key", table.key())
                .add("caption", label(table.caption()))
                .add("stub", label(table.stub()))
                .add("columns", columns)
                .add("rows", rows);
        if (table.total() != null) {
            json.add("total", row(table.total()));
        }
        return json.add("notes", labels(table.notes())).build();
    }

    private static JsonObjectBuilder section(Section section) {
        JsonArrayBuilder tables = JSON.createArrayBuilder();
        section.tables().forEach(table -> tables.add(of(table)));
        return JSON.createObjectBuilder()
                .add("key", section.key())
                .add("heading", label(section.heading()))
                .add("tables", tables);
    }

    private static JsonObjectBuilder figure(KeyFigure figure) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("key", figure.key())
                .add("label", label(figure.label()))
                .add("value", cell(figure.value()));
        if (figure.unit() != null) {
            json.add("unit", label(figure.unit()));
        }
        if (figure.hint() != null) {
            json.add("hint", label(figure.hint()));
        }
        return json;
    }

    private static JsonObjectBuilder row(ReportTable.Row row) {
        JsonArrayBuilder cells = JSON.createArrayBuilder();
        row.cells().forEach(cell -> cells.add(cell(cell)));
        return JSON.createObjectBuilder()
                .add("key", row.key())
                .add("label", label(row.label()))
                .add("level", row.level())
                .add("cells", cells);
    }

    private static JsonObjectBuilder cell(Cell cell) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (cell instanceof Cell.Count count) {
            return json.add("count", count.value());
        }
        if (cell instanceof Cell.Share share) {
            return json.add("percent", share.percent());
        }
        if (cell instanceof Cell.Mean mean) {
            return json.add("mean", mean.value());
        }
        return cell instanceof Cell.Words words ? json.add("text", label(words.text())) : json.add("withheld", true);
    }

    private static JsonArrayBuilder labels(List<Label> labels) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        labels.forEach(label -> array.add(label(label)));
        return array;
    }

    private static JsonObjectBuilder label(Label label) {
        return JSON.createObjectBuilder().add("de", label.german()).add("en", label.english());
    }
}
