package org.obhut.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks three clocks before anything is destroyed: the application's, the database's, and that of the job's last run. A machine
 * that wakes up in the wrong year must not erase what is due there.
 */
@ApplicationScoped
public class ClockGuard {

    static final Duration DIFFERENCE = Duration.ofMinutes(5);
    static final Duration JUMP = Duration.ofDays(2);

    /** Why nothing is destroyed. */
    public enum Doubt {
        /** Application and database differ by more than 5 minutes. */
        DIFFERENT,
        /** The last run lies ahead. */
        AHEAD,
        /** The last run is more than 2 days ago. */
        JUMPED
    }

    /** Two clocks, and what is doubtful about them; null where nothing is. */
    public record Reading(
            Instant application, Instant database, @Nullable Doubt doubt) {}

    private final Clock clock;
    private final Supplier<Instant> databaseTime;
    private final Optional<LocalDate> confirmed;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ClockGuard() {
        this.clock = null;
        this.databaseTime = null;
        this.confirmed = null;
    }

    @Inject
    public ClockGuard(Clock clock, Statements statements, Settings settings) {
        this(clock, () -> now(statements), settings.clockConfirmed());
    }

    /** @param confirmed the day of which someone said that the clock is right */
    public ClockGuard(Clock clock, Supplier<Instant> databaseTime, Optional<LocalDate> confirmed) {
        this.clock = clock;
        this.databaseTime = databaseTime;
        this.confirmed = confirmed;
    }

    /**
     * The time now, where all clocks agree on it.
     *
     * @throws ClockDoubt where application and database differ by more than 5 minutes; or where the last run is more than 2
     *     days ago or lies ahead, and nobody has confirmed the day
     */
    public Instant agreed(Instant lastRun) {
        Reading reading = read(lastRun);
        Doubt doubt = reading.doubt();
        if (doubt == Doubt.DIFFERENT) {
            throw new ClockDoubt(
                    "the application's clock says " + reading.application() + ", the database's " + reading.database());
        }
        if (doubt != null) {
            throw new ClockDoubt("the last run was at " + lastRun + ", the clock says " + reading.application()
                    + "; if that is right, start with OBHUT_CLOCK_CONFIRMED=" + day(reading.application()));
        }
        return reading.application();
    }

    /** What the clocks say, to look at. */
    public Reading read(Instant lastRun) {
        Instant now = clock.instant();
        Instant database = databaseTime.get();
        return new Reading(now, database, doubt(now, database, lastRun));
    }

    private @Nullable Doubt doubt(Instant now, Instant database, Instant lastRun) {
        if (Duration.between(now, database).abs().compareTo(DIFFERENCE) > 0) {
            return Doubt.DIFFERENT;
        }
        if (confirmed.equals(Optional.of(day(now)))) {
            return null;
        }
        if (Duration.between(now, lastRun).compareTo(DIFFERENCE) > 0) {
            return Doubt.AHEAD;
        }
        return Duration.between(lastRun, now).compareTo(JUMP) > 0 ? Doubt.JUMPED : null;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant now(Statements statements) {
        return statements
                .list("SELECT clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant();
    }
}
