package org.obhut.ticket;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is to work on a ticket besides the one who is responsible. Names are sign-in names.
 *
 * @param proposed whom the team's rule proposes while nobody is responsible; null where it proposes nobody
 * @param deputy who stands in for the one who is responsible and away today; null where that one is there
 * @param awayUntil the last day of that absence
 */
public record Staffing(
        @Nullable String proposed,
        @Nullable String deputy,
        @Nullable LocalDate awayUntil) {

    public static final Staffing NONE = new Staffing(null, null, null);
}
