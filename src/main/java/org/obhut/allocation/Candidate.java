package org.obhut.allocation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a team whose turn it could be.
 *
 * @param profile languages, days and topics
 * @param deputy who stands in for them; null where they are not away, or nobody does
 * @param away whether they are away on the day in question
 * @param load tickets for which they are responsible or proposed, by weight
 * @param since from which day on they take part: the first on which they were asked, or the last on which they came back
 * @param turn when it was their turn last, in the order of the team's turns
 */
public record Candidate(
        UUID person,
        WorkProfile profile,
        boolean away,
        @Nullable UUID deputy,
        int load,
        LocalDate since,
        long turn) {

    boolean worksOn(LocalDate day) {
        return !away && profile.worksOn(day.getDayOfWeek());
    }
}
