package org.obhut.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of what was written about a period.
 *
 * @param number from 1
 * @param narrative without a word where it was erased
 * @param erasure null where it was not
 */
public record NarrativeVersion(
        int number, Narrative narrative, @Nullable Erasure erasure) {

    /** That its words were taken away. @param by sign-in name */
    public record Erasure(Instant at, String by) {}
}
