package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/** How soon something is to be done for an urgent ticket, by day and by night. */
@Dependent
class UrgentTime {

    private static final String SETTING = "obhut.urgent.within";
    private static final Duration USUAL = Duration.ofHours(2);

    private final Clock clock;
    private final Duration within;

    /** @throws InvalidSetting where the setting is no duration */
    @Inject
    UrgentTime(Clock clock, Settings settings) {
        this.clock = clock;
        try {
            this.within = settings.text(SETTING).map(Duration::parse).orElse(USUAL);
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(SETTING, "must be a duration such as PT2H");
        }
    }

    /** By when for what becomes urgent now: a full hour, as it stands in clear; rounded down where that leaves an hour at least. */
    Instant by() {
        Instant exact = clock.instant().plus(within);
        Instant hour = exact.truncatedTo(ChronoUnit.HOURS);
        boolean soon = Duration.between(clock.instant(), hour).compareTo(Duration.ofHours(1)) < 0;
        return soon && !hour.equals(exact) ? hour.plus(1, ChronoUnit.HOURS) : hour;
    }
}
