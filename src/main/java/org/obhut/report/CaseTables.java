package org.obhut.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.report.ReportTable.Column;
import org.obhut.report.ReportTable.Row;

/** The tables of cases that are not a plain list of codes: regions within their districts, referrals made and failed. */
final class CaseTables {

    private final Period period;
    private final Numbers now;
    private final @Nullable Numbers before;

    CaseTables(Period period, Numbers now, @Nullable Numbers before) {
        this.period = period;
        this.now = now;
        this.before = before;
    }

    /** Districts, in each the counties that came up; what lies in no district at the end. */
    ReportTable regions(CodeList list, List<Label> notes) {
        CodeTable table = new CodeTable(period, now, before);
        List<Code> regions = table.codes(Published.REGIONS, list);
        List<Row> rows = new ArrayList<>();
        for (Code district : list.groups()) {
            List<Code> within = regions.stream()
                    .filter(region -> district.key().equals(region.group()))
                    .toList();
            rows.add(row(table, district, 0, key -> within.stream()
                    .anyMatch(each -> each.key().equals(key))));
            within.stream()
                    .filter(this::came)
                    .sorted(Comparator.comparingInt(region -> -now.of(Published.REGIONS, region.key())))
                    .forEach(region -> rows.add(row(table, region, 1, region.key()::equals)));
        }
        regions.stream()
                .filter(region -> region.group() == null && came(region))
                .forEach(region -> rows.add(row(table, region, 0, region.key()::equals)));
        return new ReportTable(
                Published.REGIONS,
                Wording.of("table." + Published.REGIONS),
                Wording.of("stub." + Published.REGIONS),
                ReportTable.Chart.BARS,
                table.columns(true),
                rows,
                row(table, new Code("total", null, total().german(), total().english()), 0, key -> true),
                notes);
    }

    private boolean came(Code region) {
        return now.of(Published.REGIONS, region.key()) > 0
                || before != null && before.of(Published.REGIONS, region.key()) > 0;
    }

    private Row row(CodeTable table, Code code, int level, Predicate<String> counted) {
        Predicate<List<String>> within = cell -> counted.test(cell.get(0));
        return new Row(
                code.key(),
                CodeTable.label(code),
                level,
                table.cells(
                        now.sum(Published.REGIONS, within),
                        now.sum(Published.REGIONS),
                        before == null ? 0 : before.sum(Published.REGIONS, within),
                        true));
    }

    /** Each kind of place: how often it took somebody on, how often it did not. */
    ReportTable referrals(CodeList list, List<Label> notes) {
        List<Row> rows = new ArrayList<>();
        CodeTable table = new CodeTable(period, now, before);
        List<Code> places = table.codes(Published.REFERRALS, list);
        table.codes(Published.FAILED_REFERRALS, list).stream()
                .filter(place -> !places.contains(place))
                .forEach(places::add);
        for (Code place : places) {
            int made = now.of(Published.REFERRALS, place.key());
            int failed = now.of(Published.FAILED_REFERRALS, place.key());
            int earlier = before == null ? 0 : before.of(Published.REFERRALS, place.key());
            if (made + failed + earlier > 0) {
                Label label = place.key().equals("unknown") ? Wording.of("row.none-found") : CodeTable.label(place);
                rows.add(new Row(place.key(), label, 0, cells(made, failed, earlier)));
            }
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("made", Wording.of("column.made")));
        columns.add(new Column("failed", Wording.of("column.failed")));
        if (before != null) {
            columns.add(new Column("before", Wording.of("column.before." + period.kind())));
        }
        return new ReportTable(
                Published.REFERRALS,
                Wording.of("table." + Published.REFERRALS),
                Wording.of("stub." + Published.REFERRALS),
                ReportTable.Chart.BARS,
                columns,
                rows,
                new Row(
                        "total",
                        total(),
                        0,
                        cells(
                                now.sum(Published.REFERRALS),
                                now.sum(Published.FAILED_REFERRALS),
                                before == null ? 0 : before.sum(Published.REFERRALS))),
                notes);
    }

    private List<Cell> cells(int made, int failed, int earlier) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Count(made), new Cell.Count(failed)));
        if (before != null) {
            cells.add(new Cell.Count(earlier));
        }
        return cells;
    }

    private static Label total() {
        return Wording.of("row.total");
    }
}
