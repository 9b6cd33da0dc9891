package org.obhut.notification;

import java.time.Duration;

/** How often a person is told at most. */
public enum Pace {
    OFF(Duration.ZERO),
    AT_ONCE(Duration.ofMinutes(15)),
    HOURLY(Duration.ofHours(1)),
    DAILY(Duration.ofHours(20));

    private final Duration apart;

    Pace(Duration apart) {
        this.apart = apart;
    }

    /** The least time between two mails. */
    Duration apart() {
        return apart;
    }
}
