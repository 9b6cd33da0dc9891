package org.obhut.report;

/** How counts are published, so that small ones tell of nobody. */
public final class SmallCells {

    /** What published counts are multiples of. */
    public static final int BASE = 5;

    private SmallCells() {}
}
