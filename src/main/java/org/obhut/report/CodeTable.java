package org.obhut.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.report.ReportTable.Column;
import org.obhut.report.ReportTable.Row;

/** Tables with a row for each code of a list: number, share, number of the period before. */
final class CodeTable {

    private final Period period;
    private final Numbers now;
    private final @Nullable Numbers before;

    /** @param before null where the period before was not counted */
    CodeTable(Period period, Numbers now, @Nullable Numbers before) {
        this.period = period;
        this.now = now;
        this.before = before;
    }

    /** Every code of the list that is shown, and what else came up. Each thing counted is under one of them. */
    ReportTable each(String table, CodeList list, Predicate<Code> shown, List<Label> notes) {
        List<Code> codes = codes(table, list);
        codes.removeIf(code -> !shown.test(code) && came(table, code) == 0);
        return table(table, codes, true, notes);
    }

    /** What came up now or before, the most frequent first; what is counted may be under several. */
    ReportTable mentions(String table, CodeList list, List<Label> notes) {
        List<Code> codes = codes(table, list);
        codes.removeIf(code -> came(table, code) == 0);
        codes.sort(Comparator.comparingInt((Code code) -> -now.of(table, code.key())));
        return table(table, codes, false, notes);
    }

    private ReportTable table(String table, List<Code> codes, boolean whole, List<Label> notes) {
        int total = now.sum(table);
        List<Row> rows = new ArrayList<>();
        for (Code code : codes) {
            rows.add(new Row(
                    code.key(), label(code), 0, cells(now.of(table, code.key()), total, earlier(table, code), whole)));
        }
        Row last = whole
                ? new Row(
                        "total",
                        Wording.of("row.total"),
                        0,
                        cells(total, total, before == null ? 0 : before.sum(table), true))
                : null;
        return new ReportTable(
                table,
                Wording.of("table." + table),
                Wording.of("stub." + table),
                ReportTable.Chart.BARS,
                columns(whole),
                rows,
                last,
                notes);
    }

    /** Number, share where the table is a whole, number before, change where it is not. */
    List<Column> columns(boolean whole) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("count", Wording.of("column.count")));
        if (whole) {
            columns.add(new Column("share", Wording.of("column.share")));
        }
        if (before != null) {
            columns.add(new Column("before", Wording.of("column.before." + period.kind())));
            if (!whole) {
                columns.add(new Column("change", Wording.of("column.change")));
            }
        }
        return columns;
    }

    List<Cell> cells(int count, int total, int earlier, boolean whole) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Count(count));
        if (whole) {
            cells.add(Shares.of(count, total));
        }
        if (before != null) {
            cells.add(new Cell.Count(earlier));
            if (!whole) {
                cells.add(new Cell.Count(count - earlier));
            }
        }
        return cells;
    }

    private int earlier(String table, Code code) {
        return before == null ? 0 : before.of(table, code.key());
    }

    private int came(String table, Code code) {
        return now.of(table, code.key()) + earlier(table, code);
    }

    /** The list's codes, then those that came up and are not on it any more. */
    List<Code> codes(String table, CodeList list) {
        Set<String> came = new TreeSet<>();
        now.cells(table).keySet().forEach(cell -> came.add(cell.get(cell.size() - 1)));
        if (before != null) {
            before.cells(table).keySet().forEach(cell -> came.add(cell.get(cell.size() - 1)));
        }
        Set<Code> codes = new LinkedHashSet<>(list.codes());
        came.stream()
                .filter(key -> list.find(key).isEmpty())
                .forEach(key -> codes.add(new Code(
                        key, null, unlisted(key).german(), unlisted(key).english())));
        return new ArrayList<>(codes);
    }

    private static Label unlisted(String key) {
        return key.equals("unknown") || key.equals("und") ? Wording.of("row.unknown") : Label.same(key);
    }

    static Label label(Code code) {
        return new Label(code.german(), code.english());
    }
}
