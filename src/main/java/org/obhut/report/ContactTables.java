package org.obhut.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.report.ReportTable.Column;
import org.obhut.report.ReportTable.Row;

/** The tables by channel: of months and of languages. */
final class ContactTables {

    private final Numbers now;
    private final List<Code> channels;

    ContactTables(Numbers now, List<Code> channels) {
        this.now = now;
        this.channels = channels;
    }

    ReportTable byMonth(Period period) {
        List<Row> rows = period.months().stream()
                .map(month -> new Row(
                        month.toString(), Wording.month(month, false), 0, cells(Published.CONTACTS, ofMonth(month))))
                .toList();
        List<Column> columns = new ArrayList<>(channelColumns());
        columns.add(new Column("total", Wording.of("column.total")));
        return table(
                Published.CONTACTS,
                ReportTable.Chart.GROUPS,
                columns,
                rows,
                new Row("total", Wording.of("row.total"), 0, cells(Published.CONTACTS, cell -> true)));
    }

    private static Predicate<List<String>> ofMonth(YearMonth month) {
        return cell -> cell.get(1).equals(month.toString());
    }

    /** The most frequent one first. @param codes all that may have come up */
    ReportTable byLanguage(List<Code> codes) {
        int all = now.sum(Published.LANGUAGES);
        List<Row> rows = codes.stream()
                .filter(code -> of(code) > 0)
                .sorted(Comparator.comparingInt(code -> -of(code)))
                .map(code -> new Row(
                        code.key(),
                        CodeTable.label(code),
                        0,
                        ofLanguage(cell -> cell.get(1).equals(code.key()), all)))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("total", Wording.of("column.total")));
        columns.addAll(channelColumns());
        columns.add(new Column("share", Wording.of("column.share")));
        return table(
                Published.LANGUAGES,
                ReportTable.Chart.BARS,
                columns,
                rows,
                new Row("total", Wording.of("row.total"), 0, ofLanguage(cell -> true, all)));
    }

    private int of(Code language) {
        return now.sum(Published.LANGUAGES, cell -> cell.get(1).equals(language.key()));
    }

    private List<Cell> ofLanguage(Predicate<List<String>> language, int all) {
        List<Cell> byChannel = cells(Published.LANGUAGES, language);
        List<Cell> cells = new ArrayList<>();
        cells.add(byChannel.get(channels.size()));
        cells.addAll(byChannel.subList(0, channels.size()));
        cells.add(Shares.of(now.sum(Published.LANGUAGES, language), all));
        return cells;
    }

    /** One for each channel, and their sum. */
    private List<Cell> cells(String table, Predicate<List<String>> counted) {
        List<Cell> cells = new ArrayList<>();
        for (Code channel : channels) {
            Predicate<List<String>> ofChannel = cell -> cell.get(0).equals(channel.key());
            cells.add(new Cell.Count(now.sum(table, ofChannel.and(counted))));
        }
        cells.add(new Cell.Count(now.sum(table, counted)));
        return cells;
    }

    private List<Column> channelColumns() {
        return channels.stream()
                .map(channel -> new Column(channel.key(), CodeTable.label(channel)))
                .toList();
    }

    private static ReportTable table(
            String key, ReportTable.Chart chart, List<Column> columns, List<Row> rows, Row total) {
        return new ReportTable(
                key, Wording.of("table." + key), Wording.of("stub." + key), chart, columns, rows, total, List.of());
    }

    /** The channels there are. */
    static List<Code> channels(Numbers numbers, CodeList list) {
        List<Code> channels = new ArrayList<>(list.codes());
        numbers.cells(Published.CONTACTS).keySet().stream()
                .map(cell -> cell.get(0))
                .distinct()
                .sorted()
                .filter(key -> list.find(key).isEmpty())
                .forEach(key -> channels.add(new Code(key, null, key, key)));
        return channels;
    }
}
