package org.obhut.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.account.KeyAlarms;

/**
 * What somebody without a desk finds, and everybody who has to be told something.
 *
 * @param roles endings of the texts' keys
 * @param alarms exchanged keys, for leads and administrators
 * @param desk whether the visitor has a desk to go on to
 */
public record StartPage(List<String> roles, boolean desk, List<Recovered> recovered, List<KeyAlarms.Alarm> alarms) {

    /** A team of the visitor's to which two shares admitted somebody. */
    public record Recovered(UUID id, String team, String lead, String by, LocalDate on) {}
}
