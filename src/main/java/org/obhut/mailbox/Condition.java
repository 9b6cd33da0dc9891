package org.obhut.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether one side of a mailbox works.
 *
 * @param error own word for what is wrong, null where nothing is
 * @param since when that began, however often it was tried since; null where nothing is wrong
 * @param lastSuccess when it last worked, null where it has not since the start
 */
record Condition(
        @Nullable String error,
        @Nullable Instant since,
        @Nullable Instant lastSuccess) {

    static final Condition UNKNOWN = new Condition(null, null, null);

    Condition worked(Instant now) {
        return new Condition(null, null, now);
    }

    /** It does not work. Another reason than before does not begin the time anew. */
    Condition failed(String reason, Instant now) {
        return new Condition(reason, since == null ? now : since, lastSuccess);
    }

    /** It works, but not all is well. */
    Condition warned(String warning, Instant now) {
        return new Condition(warning, warning.equals(error) && since != null ? since : now, now);
    }
}
