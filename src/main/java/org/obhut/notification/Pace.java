package org.obhut.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How often a person is told at most. */
public enum Pace {
    OFF(Duration.ZERO),
    AT_ONCE(Duration.ofMinutes(15)),
    HOURLY(Duration.ofHours(1)),
    DAILY(Duration.ofHours(20));

    private static final int QUARTER = 15;

    private final Duration apart;

    Pace(Duration apart) {
        this.apart = apart;
    }

    /** The least time between two mails. */
    Duration apart() {
        return apart;
    }

    /** When the next mail may go after one that goes now, to a quarter of an hour. */
    Instant after(Instant now) {
        Instant next = now.plus(apart);
        Instant hour = next.truncatedTo(ChronoUnit.HOURS);
        long quarters = (Duration.between(hour, next).toSeconds() + QUARTER * 60L - 1) / (QUARTER * 60L);
        return hour.plus(Duration.ofMinutes(quarters * QUARTER));
    }
}
