package org.obhut.statistics;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/** The true counts of the demo's year, for tests of what is made of them. */
public final class DemoCounts {

    private DemoCounts() {}

    /** Of twelve months, of which this is the last. */
    public static List<FactCount> until(YearMonth last) {
        Tally tally = new Tally();
        InventedYear.until(last).forEach(tally::add);
        return tally.shuffled(new Random(1));
    }
}
