package org.obhut.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Published counts, and nothing else: what every table, longer period, total and share is computed from.
 *
 * @param tables by the table's key, then by the cell's keys; a cell that is not there is 0
 */
record Numbers(Map<String, Map<List<String>, Integer>> tables) {

    static final Numbers NONE = new Numbers(Map.of());

    int of(String table, String... cell) {
        return cells(table).getOrDefault(Arrays.asList(cell), 0);
    }

    /** The sum of the cells of which this is so. */
    int sum(String table, Predicate<List<String>> counted) {
        return cells(table).entrySet().stream()
                .filter(cell -> counted.test(cell.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int sum(String table) {
        return sum(table, cell -> true);
    }

    Map<List<String>, Integer> cells(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    /** These and others, added up cell by cell. */
    Numbers plus(Numbers others) {
        Map<String, Map<List<String>, Integer>> sums = new HashMap<>();
        for (Numbers each : List.of(this, others)) {
            each.tables.forEach((table, cells) -> {
                Map<List<String>, Integer> sum = sums.computeIfAbsent(table, key -> new HashMap<>());
                cells.forEach((cell, count) -> sum.merge(cell, count, Integer::sum));
            });
        }
        return new Numbers(sums);
    }

    /** A line for each cell, sorted: table, keys and count, apart by tabs. */
    String text() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(tables).forEach((table, cells) -> cells.entrySet().stream()
                .map(cell -> table + '\t' + String.join("\t", cell.getKey()) + '\t' + cell.getValue())
                .sorted(Comparator.naturalOrder())
                .forEach(lines::add));
        return String.join("\n", lines);
    }

    /** What {@link #text} wrote. */
    static Numbers read(String text) {
        Map<String, Map<List<String>, Integer>> tables = new HashMap<>();
        text.lines().map(line -> List.of(line.split("\t", -1))).forEach(fields -> tables.computeIfAbsent(
                        fields.get(0), table -> new HashMap<>())
                .put(fields.subList(1, fields.size() - 1), Integer.valueOf(fields.get(fields.size() - 1))));
        return new Numbers(tables);
    }
}
