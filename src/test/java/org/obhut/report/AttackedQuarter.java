package org.obhut.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;

/** The true counts of some tables of one row of a quarter, and what an attacker is told of them. */
final class AttackedQuarter {

    static final CodeList REGIONS = new CodeLists().list(CodeLists.Name.REGION);

    /** How counts are told: what is known of a count that is told so, given the true sum and how it was published. */
    interface Telling {
        void tell(LinearAttack attack, Map<String, Double> sum, long count, int published);
    }

    /** What ADR 46 says: off by five at most, and what never came up is 0. */
    static final Telling OBHUT = (attack, sum, count, published) ->
            attack.know(sum, published == 0 ? 0 : Math.max(1, published - 5), published + 5.0);

    /** The nearest multiple of five of each count and each sum by itself. */
    static final Telling NEAREST = (attack, sum, count, published) -> {
        double nearest = 5 * Math.round(count / 5.0);
        attack.know(sum, Math.max(0, nearest - 2), nearest + 2);
    };

    private final String name;
    /** By the table's name, then by the cell. */
    private final Map<String, Map<List<String>, Long>> counts;

    private final Map<String, Map<List<String>, Integer>> published;

    AttackedQuarter(
            String name,
            Map<String, Map<List<String>, Long>> counts,
            Map<String, Map<List<String>, Integer>> published) {
        this.name = name;
        this.counts = counts;
        this.published = published;
    }

    Map<String, Double> count(String table, List<String> cell) {
        return Map.of(name + '/' + table + '/' + cell, 1.0);
    }

    /** The sum of the cells of a group. */
    Map<String, Double> sum(String table, Function<List<String>, String> group, String key) {
        Map<String, Double> sum = new HashMap<>();
        counts.get(table).keySet().stream()
                .filter(cell -> group.apply(cell).equals(key))
                .forEach(cell -> sum.putAll(count(table, cell)));
        return sum;
    }

    Map<String, Double> total(String table) {
        return sum(table, cell -> "", "");
    }

    /** Tells the sum of each group. */
    void groups(LinearAttack attack, Telling telling, String table, Function<List<String>, String> group) {
        for (String key : keys(table, group)) {
            telling.tell(attack, sum(table, group, key), trueSum(table, group, key), publishedSum(table, group, key));
        }
    }

    /** Says that two tables have the same sum of each group. */
    void alike(LinearAttack attack, String one, String other, Function<List<String>, String> group) {
        Set<String> keys = keys(one, group);
        keys.addAll(keys(other, group));
        keys.forEach(key -> attack.same(sum(one, group, key), sum(other, group, key)));
    }

    Set<String> keys(String table, Function<List<String>, String> group) {
        Set<String> keys = new HashSet<>();
        counts.get(table).keySet().forEach(cell -> keys.add(group.apply(cell)));
        return keys;
    }

    long trueSum(String table, Function<List<String>, String> group, String key) {
        return counts.get(table).entrySet().stream()
                .filter(cell -> group.apply(cell.getKey()).equals(key))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private int publishedSum(String table, Function<List<String>, String> group, String key) {
        return counts.get(table).keySet().stream()
                .filter(cell -> group.apply(cell).equals(key))
                .mapToInt(cell -> published.get(table).getOrDefault(cell, 0))
                .sum();
    }

    /** What makes a sum stand where others stand: its group's place is told by the first key of its cells, its value by its numbers. */
    String alikeness(String table, Function<List<String>, String> group, String key) {
        return counts.get(table).keySet().stream()
                .filter(cell -> group.apply(cell).equals(key))
                .map(cell -> place(table, cell)
                        + '='
                        + published.get(table).getOrDefault(cell, 0)
                        + '='
                        + 5 * Math.round(counts.get(table).get(cell) / 5.0))
                .sorted()
                .toList()
                .toString();
    }

    private static String place(String table, List<String> cell) {
        return table.equals(Published.REGIONS) ? Published.district(REGIONS, cell) : cell.size() > 1 ? cell.get(0) : "";
    }

    String name() {
        return name;
    }
}
