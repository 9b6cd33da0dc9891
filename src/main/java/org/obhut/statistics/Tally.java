package org.obhut.statistics;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Adds facts up, table by table, so that nothing of a single one is left. */
final class Tally {

    private record Place(FactTable table, YearMonth month, List<String> cell) {}

    private final Map<Place, Long> numbers = new HashMap<>();

    void add(Fact fact) {
        for (FactTable table : FactTable.values()) {
            table.cells(fact).forEach(cell -> add(new FactCount(table, fact.month(), cell, 1)));
        }
    }

    void add(FactCount count) {
        numbers.merge(new Place(count.table(), count.month(), count.cell()), count.number(), Long::sum);
    }

    /** In an order that says nothing of how they came. */
    List<FactCount> shuffled(RandomGenerator random) {
        return numbers.entrySet().stream()
                .map(entry -> new Drawn(random.nextLong(), count(entry)))
                .sorted(Comparator.comparingLong(Drawn::lot))
                .map(Drawn::count)
                .toList();
    }

    private record Drawn(long lot, FactCount count) {}

    private static FactCount count(Map.Entry<Place, Long> entry) {
        Place place = entry.getKey();
        return new FactCount(place.table(), place.month(), place.cell(), entry.getValue());
    }
}
