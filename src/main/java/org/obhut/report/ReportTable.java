package org.obhut.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published table.
 *
 * @param key the name it is asked for under, e.g. {@code contacts}
 * @param stub the heading over the rows' labels
 * @param columns the others, each row having a cell for each
 * @param total the last row; null where adding up would mean nothing
 * @param notes what to know about its numbers
 */
public record ReportTable(
        String key,
        Label caption,
        Label stub,
        Chart chart,
        List<Column> columns,
        List<Row> rows,
        @Nullable Row total,
        List<Label> notes) {

    /** How it is drawn. */
    public enum Chart {
        /** A group of upright bars for each row, one for each column of counts but the last, which is their sum. */
        GROUPS,
        /** A lying bar for each row, by the first column. */
        BARS,
        /** Not at all. */
        NONE
    }

    /** @param key a short English name, for machines */
    public record Column(String key, Label label) {}

    /**
     * @param key the code it stands for, or a short English name
     * @param level 0, or 1 for a part of the row of level 0 above it
     */
    public record Row(String key, Label label, int level, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)
                || total != null && total.cells().size() != width) {
            throw new IllegalArgumentException("a row of table " + key + " has not a cell for each column");
        }
    }
}
