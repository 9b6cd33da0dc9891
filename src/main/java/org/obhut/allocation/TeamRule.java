package org.obhut.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.WorkingHours;

/**
 * What a team has set for its work.
 *
 * @param answerHours working hours within which a client has an answer, 1 to 400
 * @param warnHours working hours before that from which on it is nearly too late, less than those
 * @param hours when the team works
 */
public record TeamRule(Mode allocation, int answerHours, int warnHours, WorkingHours hours) {

    private static final int MOST_HOURS = 400;

    /** A quarter of the time is left when it is nearly too late. */
    private static final int WARNING_PART = 4;

    /** @throws InvalidInput where a number of hours is out of its range */
    public TeamRule {
        if (answerHours < 1 || answerHours > MOST_HOURS) {
            throw new InvalidInput("answerHours", "out-of-range");
        }
        if (warnHours < 1 || warnHours >= answerHours && answerHours > 1) {
            throw new InvalidInput("warnHours", "out-of-range");
        }
    }

    /** Nobody is looked for, and the warning comes when a quarter of the time is left. */
    static TeamRule within(int answerHours, WorkingHours hours) {
        return new TeamRule(Mode.OFF, answerHours, Math.max(1, answerHours / WARNING_PART), hours);
    }

    /** When a client who writes at this moment is to have an answer: a full hour, as it stands in clear. */
    public Instant answerBy(Instant from) {
        Instant end = hours.after(from, Duration.ofHours(answerHours));
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(end) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    /** Whether what is due at this moment is nearly too late. */
    public boolean warns(Instant now, Instant due) {
        return hours.between(now, due).compareTo(Duration.ofHours(warnHours)) <= 0;
    }
}
