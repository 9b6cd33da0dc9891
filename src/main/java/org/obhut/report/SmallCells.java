package org.obhut.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rounds the counts of one quarter so that nobody is found by them (ADR 46). All that is counted stands in a {@link Marks row}, cell by
 * cell in an order that is drawn; what is published of a cell is five for each mark in it. So a number is off by at most five, 0 stands
 * for 0 to 5 and 5 for 1 to 10; the cells of every table add up to the same published total; and longer periods, totals and shares are
 * computed from what is published and tell nothing more.
 */
final class SmallCells {

    /** What published counts are multiples of. */
    static final int BASE = 5;

    private final Lots lots;
    private final int play;
    private final Map<String, Marks> rows = new HashMap<>();

    SmallCells(Lots lots) {
        this(lots, Marks.PLAY);
    }

    /** @param play of the marks; {@link Marks#PLAY} but in trials */
    SmallCells(Lots lots, int play) {
        this.lots = lots;
        this.play = play;
    }

    /**
     * A table in which everything of a row is counted once. Groups stay together and stand in the same order in each table of the row,
     * so that a group has the same sum in all of them.
     *
     * @param group of a cell
     * @return the published counts, without those that are 0
     */
    Map<List<String>, Integer> whole(
            String row, String table, Map<List<String>, Long> counts, Function<List<String>, String> group) {
        return sideBySide(row, 0, inOrder(row, table, counts, group));
    }

    /** A table in which a part of a row is counted, each once. It is laid where it may be by lot. */
    Map<List<String>, Integer> part(String row, long rowLength, String table, Map<List<String>, Long> counts) {
        long length = counts.values().stream().mapToLong(Long::longValue).sum();
        return sideBySide(row, place(row, rowLength, table, length), inOrder(row, table, counts, cell -> ""));
    }

    /** A table in which something of a row may be counted several times: each cell is laid for itself. */
    Map<List<String>, Integer> mentions(String row, long rowLength, String table, Map<List<String>, Long> counts) {
        Map<List<String>, Integer> published = new HashMap<>();
        counts.forEach((cell, count) -> published.putAll(sideBySide(
                row,
                place(row, rowLength, table + '/' + String.join("/", cell), count),
                List.of(Map.entry(cell, count)))));
        return published;
    }

    private long place(String row, long rowLength, String what, long length) {
        return lots.draw("place/" + row + '/' + what, Math.max(0, rowLength - length) + 1);
    }

    private List<Map.Entry<List<String>, Long>> inOrder(
            String row, String table, Map<List<String>, Long> counts, Function<List<String>, String> group) {
        List<Map.Entry<List<String>, Long>> cells = new ArrayList<>(counts.entrySet());
        Comparator<Map.Entry<List<String>, Long>> byGroup =
                Comparator.comparingLong(cell -> lots.place("group/" + row + '/' + group.apply(cell.getKey())));
        cells.sort(
                byGroup.thenComparingLong(cell -> lots.place("cell/" + table + '/' + String.join("/", cell.getKey()))));
        return cells;
    }

    private Map<List<String>, Integer> sideBySide(String row, long from, List<Map.Entry<List<String>, Long>> cells) {
        Marks marks = rows.computeIfAbsent(row, name -> new Marks(lots, name, play));
        Map<List<String>, Integer> published = new HashMap<>();
        long place = from;
        for (Map.Entry<List<String>, Long> cell : cells) {
            long next = place + cell.getValue();
            int value = BASE * (int) (marks.upTo(next) - marks.upTo(place));
            if (value > 0) {
                published.put(cell.getKey(), value);
            }
            place = next;
        }
        return published;
    }
}
