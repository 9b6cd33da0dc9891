package org.obhut.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.obhut.platform.InvalidInput;

/**
 * What a person wants to be told, and when.
 *
 * @param wholeTeam whether of the team's tickets too, not only of those the person is responsible for
 * @param quietFrom full hour in the time of Berlin from which on nothing is sent, 0 to 23
 * @param quietTo full hour at which that ends; the same hour means that there is no quiet time
 */
public record Choice(Pace pace, boolean wholeTeam, int quietFrom, int quietTo) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Off; the hours that are proposed. */
    public static final Choice OFF = new Choice(Pace.OFF, false, 20, 7);

    private static final LocalTime DAILY_AT = LocalTime.of(8, 0);

    /** @throws InvalidInput where an hour is none */
    public Choice {
        if (quietFrom < 0 || quietFrom > 23) {
            throw new InvalidInput("quietFrom", "no-hour");
        }
        if (quietTo < 0 || quietTo > 23) {
            throw new InvalidInput("quietTo", "no-hour");
        }
    }

    /** When the next mail may go at the earliest after one that goes now; rounded up, so that it tells no arrival. */
    Instant next(Instant now) {
        Instant apart = pace.after(now);
        return pace == Pace.DAILY ? morning(apart) : apart;
    }

    /** The first daily hour that is not before. */
    static Instant morning(Instant from) {
        ZonedDateTime at = from.atZone(ZONE);
        ZonedDateTime today = at.with(DAILY_AT);
        return (today.isBefore(at) ? today.plusDays(1) : today).toInstant();
    }

    /** Whether nothing is sent now. */
    boolean quiet(Instant now) {
        int hour = now.atZone(ZONE).getHour();
        return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
    }
}
