package org.obhut.ticket;

/** The order of a list. What is urgent comes first in each, and no two tickets stand at the same place. */
public enum Sort {
    /** The newest activity first. */
    ACTIVITY("t.urgent, t.rank", true),
    /** Who waits longest comes first. */
    WAITING("NOT t.urgent, t.rank", false),
    /** What is due next comes first, what is never due last. */
    DUE("NOT t.urgent, coalesce(t.due_at, 'infinity'), t.rank", false);

    private final String columns;
    private final boolean descending;

    Sort(String columns, boolean descending) {
        this.columns = columns;
        this.descending = descending;
    }

    /** The order's terms, all in one direction, so that one comparison of rows finds what comes after a place. */
    String columns() {
        return columns;
    }

    /** Whether the terms fall in this direction. @param back from the end of the list to its beginning */
    boolean falls(boolean back) {
        return descending != back;
    }

    /** {@code ORDER BY} in this direction. */
    String order(boolean back) {
        String direction = falls(back) ? " DESC" : " ASC";
        return columns.replace(", t.", direction + ", t.").replace(", coalesce", direction + ", coalesce") + direction;
    }
}
