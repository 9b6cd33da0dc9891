package org.obhut.statistics;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/** The true counts of the demo's year, for tests of what is made of them. */
public final class DemoCounts {

    private DemoCounts() {}

    /** Adds the year that ends with this month, within the caller's transaction. */
    public static void add(FactCounts counts, YearMonth last) {
        counts.add(InventedYear.until(last));
    }

    /** Of twelve months, of which this is the last. */
    public static List<FactCount> until(YearMonth last) {
        Tally tally = new Tally();
        InventedYear.until(last).forEach(tally::add);
        return tally.shuffled(new Random(1));
    }
}
