package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft comes from, so that two windows of one person don't overwrite each other's.
 *
 * @param base the revision that was written on, null where there was no draft
 * @param window names the window, empty where it has no script
 * @param sequence grows with each time this window keeps its text: one that overtook another on the way stays
 */
public record DraftOrigin(@Nullable UUID base, String window, long sequence) {

    private static final int LONGEST_NAME = 60;

    public DraftOrigin {
        window = window.length() > LONGEST_NAME ? "" : window;
    }

    /** Of a form that was sent as a whole page. */
    public static DraftOrigin page(@Nullable UUID base) {
        return new DraftOrigin(base, "", 0);
    }

    /** Whether this came later than {@code other} from the same window. */
    boolean follows(DraftOrigin other) {
        return sameWindow(other) && sequence > other.sequence;
    }

    boolean sameWindow(DraftOrigin other) {
        return !window.isEmpty() && window.equals(other.window);
    }
}
