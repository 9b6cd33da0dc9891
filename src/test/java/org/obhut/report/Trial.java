package org.obhut.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.obhut.report.AttackedQuarter.Telling;
import org.obhut.report.LinearAttack.Interval;

/** Attacks quarters that were published one way, and keeps count of what was tried and what was left. */
final class Trial {

    private static final Function<List<String>, String> ALL = cell -> "";
    private static final Function<List<String>, String> FIRST = cell -> cell.get(0);
    private static final Function<List<String>, String> SECOND = cell -> cell.get(1);
    private static final Function<List<String>, String> EACH = cell -> String.join("/", cell);
    private static final Function<List<String>, String> DISTRICT =
            cell -> Published.district(AttackedQuarter.REGIONS, cell);

    /** A way to add up a table's cells, by which it is published. */
    private record Sums(String table, String name, Function<List<String>, String> group) {}

    private static final List<Sums> PUBLISHED = sums();

    private final Telling telling;
    private final Set<String> tables = new HashSet<>();
    private final Set<String> periods = new HashSet<>();
    private final Map<Long, Integer> widths = new TreeMap<>();
    private int cells;
    private int small;
    private String narrowest = "";

    Trial(Telling telling) {
        this.telling = telling;
    }

    private static List<Sums> sums() {
        List<Sums> sums = new ArrayList<>();
        for (String table : List.of(
                Published.CONTACTS,
                Published.LANGUAGES,
                Published.NEW_AND_REPEAT,
                Published.NON_COUNSELLING,
                Published.WHO,
                Published.REGIONS,
                Published.FIRST_ANSWERS)) {
            sums.add(new Sums(table, "cell", EACH));
            sums.add(new Sums(table, "total", ALL));
        }
        Published.MENTIONS.forEach(table -> sums.add(new Sums(table, "cell", EACH)));
        sums.add(new Sums(Published.CONTACTS, "channel", FIRST));
        sums.add(new Sums(Published.CONTACTS, "month", SECOND));
        sums.add(new Sums(Published.LANGUAGES, "channel", FIRST));
        sums.add(new Sums(Published.LANGUAGES, "language", SECOND));
        sums.add(new Sums(Published.REGIONS, "district", DISTRICT));
        return sums;
    }

    /** Whether the parts of a sum stand side by side in their row, so that it is off by no more than a cell is. */
    private static boolean sideBySide(Sums sums) {
        return sums.group() != SECOND;
    }

    /** Attacks quarters that follow each other, one by one and in every half-year and year that they make up. */
    void attack(List<AttackedQuarter> quarters) {
        List<Map<String, Map<String, Interval>>> left = new ArrayList<>();
        for (AttackedQuarter quarter : quarters) {
            left.add(attack(quarter));
        }
        for (int length : List.of(1, 2, 4)) {
            for (int first = 0; first + length <= quarters.size(); first += length) {
                judge(quarters.subList(first, first + length), left.subList(first, first + length));
            }
        }
    }

    private Map<String, Map<String, Interval>> attack(AttackedQuarter quarter) {
        LinearAttack attack = new LinearAttack();
        for (Sums sums : PUBLISHED) {
            if (sideBySide(sums)) {
                quarter.groups(attack, telling, sums.table(), sums.group());
            }
        }
        quarter.alike(attack, Published.CONTACTS, Published.LANGUAGES, FIRST);
        quarter.alike(attack, Published.CONTACTS, Published.NEW_AND_REPEAT, ALL);
        quarter.alike(attack, Published.WHO, Published.REGIONS, ALL);
        attack.atMost(quarter.total(Published.FIRST_ANSWERS), quarter.total(Published.WHO));
        for (String table : Published.MENTIONS) {
            quarter.keys(table, EACH)
                    .forEach(key -> attack.atMost(quarter.sum(table, EACH, key), quarter.total(Published.WHO)));
        }
        Map<String, Map<String, Interval>> left = new HashMap<>();
        Map<String, Interval> known = new HashMap<>();
        for (Sums sums : PUBLISHED) {
            Map<String, Interval> intervals = new HashMap<>();
            for (String key : quarter.keys(sums.table(), sums.group())) {
                // Counts that are told the same at the same place of their table are left the same.
                intervals.put(
                        key,
                        known.computeIfAbsent(
                                sums.table() + sums.name() + quarter.alikeness(sums.table(), sums.group(), key),
                                same -> attack.bounds(quarter.sum(sums.table(), sums.group(), key))));
            }
            left.put(sums.table() + '/' + sums.name(), intervals);
        }
        return left;
    }

    private void judge(List<AttackedQuarter> quarters, List<Map<String, Map<String, Interval>>> left) {
        periods.add(quarters.get(0).name() + '+' + quarters.size());
        for (Sums sums : PUBLISHED) {
            tables.add(sums.table());
            Set<String> keys = new HashSet<>();
            quarters.forEach(quarter -> keys.addAll(quarter.keys(sums.table(), sums.group())));
            for (String key : keys) {
                judge(sums, key, quarters, left);
            }
        }
    }

    private void judge(
            Sums sums, String key, List<AttackedQuarter> quarters, List<Map<String, Map<String, Interval>>> left) {
        long least = 0;
        long most = 0;
        long count = 0;
        for (int i = 0; i < quarters.size(); i++) {
            Interval interval =
                    left.get(i).get(sums.table() + '/' + sums.name()).get(key);
            if (interval != null) {
                least += interval.least();
                most += interval.most();
                count += quarters.get(i).trueSum(sums.table(), sums.group(), key);
            }
        }
        String what = quarters.get(0).name() + '+' + quarters.size() + ' ' + sums.table() + '/' + sums.name() + ' '
                + key + ": " + count + " in [" + least + ", " + most + ']';
        if (least > count || most < count) {
            throw new AssertionError("what is told is not true: " + what);
        }
        cells++;
        if (count < SmallCells.BASE) {
            small++;
            if (widths.isEmpty() || most - least < smallest()) {
                narrowest = what;
            }
            widths.merge(most - least, 1, Integer::sum);
        }
    }

    int small() {
        return small;
    }

    long smallest() {
        return widths.keySet().iterator().next();
    }

    String narrowest() {
        return narrowest;
    }

    String summary() {
        return tables.size() + " tables, " + periods.size() + " periods, " + cells + " cells, " + small
                + " of them under 5; smallest interval left: " + smallest() + " (" + narrowest + ")";
    }
}
