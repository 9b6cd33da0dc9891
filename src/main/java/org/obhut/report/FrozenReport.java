package org.obhut.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obhut.report.ReportTable.Column;
import org.obhut.report.ReportTable.Row;

/** A released report as text, with all of its labels, from which it is read again as it was. */
final class FrozenReport {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int FORMAT = 1;

    private FrozenReport() {}

    static String write(Report report) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("publisher", label(report.publisher()))
                .add("title", label(report.title()))
                .add("period", report.period().toString())
                .add("asOf", report.asOf().toString())
                .add("state", report.state().name())
                .add("version", report.version())
                .add("notes", array(report.notes(), FrozenReport::label))
                .add("figures", array(report.figures(), FrozenReport::figure))
                .add("sections", array(report.sections(), FrozenReport::section));
        Narrative narrative = report.narrative();
        if (narrative != null) {
            json.add(
                    "narrative",
                    JSON.createObjectBuilder()
                            .add("needs", narrative.needs())
                            .add("recommendations", narrative.recommendations())
                            .add("author", narrative.author())
                            .add("at", narrative.at().toString()));
        }
        return json.build().toString();
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> json) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    private static JsonObjectBuilder label(Label label) {
        return JSON.createObjectBuilder().add("de", label.german()).add("en", label.english());
    }

    private static JsonObjectBuilder figure(KeyFigure figure) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("key", figure.key())
                .add("label", label(figure.label()))
                .add("value", cell(figure.value()));
        addUnlessNull(json, "unit", figure.unit());
        addUnlessNull(json, "hint", figure.hint());
        return json;
    }

    private static void addUnlessNull(JsonObjectBuilder json, String name, @Nullable Label label) {
        if (label != null) {
            json.add(name, label(label));
        }
    }

    private static JsonObjectBuilder section(Section section) {
        return JSON.createObjectBuilder()
                .add("key", section.key())
                .add("heading", label(section.heading()))
                .add("tables", array(section.tables(), FrozenReport::table));
    }

    private static JsonObjectBuilder table(ReportTable table) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("key", table.key())
                .add("caption", label(table.caption()))
                .add("stub", label(table.stub()))
                .add("chart", table.chart().name())
                .add("columns", array(table.columns(), column -> label(column.label())
                        .add("key", column.key())))
                .add("rows", array(table.rows(), FrozenReport::row))
                .add("notes", array(table.notes(), FrozenReport::label));
        if (table.total() != null) {
            json.add("total", row(table.total()));
        }
        return json;
    }

    private static JsonObjectBuilder row(Row row) {
        return label(row.label())
                .add("key", row.key())
                .add("level", row.level())
                .add("cells", array(row.cells(), FrozenReport::cell));
    }

    private static JsonObjectBuilder cell(Cell cell) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (cell instanceof Cell.Count count) {
            json.add("count", count.value());
        } else if (cell instanceof Cell.Share share) {
            json.add("share", share.percent());
        } else if (cell instanceof Cell.Mean mean) {
            json.add("mean", mean.value());
        } else if (cell instanceof Cell.Words words) {
            json.add("words", label(words.text()));
        }
        return json;
    }

    static Report read(String text) {
        JsonObject json = JSON.createReader(new StringReader(text)).readObject();
        JsonObject narrative = json.getJsonObject("narrative");
        return new Report(
                label(json, "publisher"),
                label(json, "title"),
                Period.parse(json.getString("period")).orElseThrow(),
                LocalDate.parse(json.getString("asOf")),
                Report.State.valueOf(json.getString("state")),
                json.getInt("version"),
                list(json, "notes", FrozenReport::label),
                list(
                        json,
                        "figures",
                        figure -> new KeyFigure(
                                figure.getString("key"),
                                label(figure, "label"),
                                cell(figure.getJsonObject("value")),
                                figure.containsKey("unit") ? label(figure, "unit") : null,
                                figure.containsKey("hint") ? label(figure, "hint") : null)),
                list(
                        json,
                        "sections",
                        section -> new Section(
                                section.getString("key"),
                                label(section, "heading"),
                                list(section, "tables", FrozenReport::table))),
                narrative == null
                        ? null
                        : new Narrative(
                                narrative.getString("needs"),
                                narrative.getString("recommendations"),
                                narrative.getString("author"),
                                Instant.parse(narrative.getString("at"))));
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> value) {
        JsonArray array = json.getJsonArray(name);
        return array.stream().map(JsonValue::asJsonObject).map(value).toList();
    }

    private static Label label(JsonObject json, String name) {
        return label(json.getJsonObject(name));
    }

    private static Label label(JsonObject json) {
        return new Label(json.getString("de"), json.getString("en"));
    }

    private static ReportTable table(JsonObject json) {
        return new ReportTable(
                json.getString("key"),
                label(json, "caption"),
                label(json, "stub"),
                ReportTable.Chart.valueOf(json.getString("chart")),
                list(json, "columns", column -> new Column(column.getString("key"), label(column))),
                list(json, "rows", FrozenReport::row),
                json.containsKey("total") ? row(json.getJsonObject("total")) : null,
                list(json, "notes", FrozenReport::label));
    }

    private static Row row(JsonObject json) {
        return new Row(
                json.getString("key"), label(json), json.getInt("level"), list(json, "cells", FrozenReport::cell));
    }

    private static Cell cell(JsonObject json) {
        if (json.containsKey("count")) {
            return new Cell.Count(json.getInt("count"));
        } else if (json.containsKey("share")) {
            return new Cell.Share(json.getInt("share"));
        } else if (json.containsKey("mean")) {
            return new Cell.Mean(json.getInt("mean"));
        }
        return json.containsKey("words")
                ? new Cell.Words(label(Objects.requireNonNull(json.getJsonObject("words"))))
                : Cell.WITHHELD;
    }
}
