package org.obhut.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.KeyAlarms;

/**
 * What somebody without a desk finds, and everybody who has to be told something.
 *
 * @param roles endings of the texts' keys
 * @param desk whether the visitor has a desk to go on to
 * @param teamless whether the visitor belongs into a team and is in none
 * @param steps what an administrator still has to do; empty once all is done
 * @param alarms exchanged keys, for leads and administrators
 */
public record StartPage(
        List<String> roles,
        boolean desk,
        boolean teamless,
        List<Step> steps,
        List<Recovered> recovered,
        List<KeyAlarms.Alarm> alarms) {

    /** A team of the visitor's to which two shares admitted somebody. */
    public record Recovered(UUID id, String team, String lead, String by, LocalDate on) {}

    /** Ending of the texts' keys, and where it is done; null where somebody else does it. */
    public record Step(String key, boolean done, @Nullable String href) {}
}
