package org.obhut.report;

import org.jspecify.annotations.Nullable;

/**
 * A number that stands out.
 *
 * @param unit what follows it; null where it stands alone
 * @param hint a line of explanation below; null for none
 */
public record KeyFigure(
        String key,
        Label label,
        Cell value,
        @Nullable Label unit,
        @Nullable Label hint) {}
