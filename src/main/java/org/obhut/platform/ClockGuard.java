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

/**
 * Asks three clocks before anything is destroyed: the application's, the database's, and that of the job's last run. A machine
 * that wakes up in the wrong year must not erase what is due there.
 */
@ApplicationScoped
public class ClockGuard {

    static final Duration DIFFERENCE = Duration.ofMinutes(5);
    static final Duration JUMP = Duration.ofDays(2);

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
        Instant now = clock.instant();
        Instant database = databaseTime.get();
        if (Duration.between(now, database).abs().compareTo(DIFFERENCE) > 0) {
            throw new ClockDoubt("the application's clock says " + now + ", the database's " + database);
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean ahead = Duration.between(now, lastRun).compareTo(DIFFERENCE) > 0;
        boolean jumped = Duration.between(lastRun, now).compareTo(JUMP) > 0;
        if ((ahead || jumped) && !confirmed.equals(Optional.of(today))) {
            throw new ClockDoubt("the last run was at " + lastRun + ", the clock says " + now
                    + "; if that is right, start with OBHUT_CLOCK_CONFIRMED=" + today);
        }
        return now;
    }

    private static Instant now(Statements statements) {
        return statements
                .list("SELECT clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant();
    }
}
