package org.obhut.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a report was released.
 *
 * @param by sign-in name
 * @param withdrawal null while it holds
 */
public record Release(
        Period period,
        int version,
        Instant at,
        String by,
        @Nullable Withdrawal withdrawal) {

    /** That it holds no more. @param by sign-in name */
    public record Withdrawal(Instant at, String by) {}

    public boolean holds() {
        return withdrawal == null;
    }
}
