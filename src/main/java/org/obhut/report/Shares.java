package org.obhut.report;

/** What is computed from published counts. Nothing is computed from few: it would look exact and is not. */
final class Shares {

    /** The least published total that a share is given of. */
    static final int LEAST = 50;

    /** The least published number of answers that an average time is given of. */
    static final int LEAST_ANSWERS = 20;

    private Shares() {}

    /** The share of a published count in a published total, in whole percent. */
    static Cell of(int count, int total) {
        return total < LEAST ? Cell.WITHHELD : new Cell.Share(percent(count, total));
    }

    static int percent(int part, int total) {
        return Math.round(100f * part / total);
    }
}
