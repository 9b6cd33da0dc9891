package org.obhut.account;

import java.util.UUID;

/** A team's roster is not the one its members wrote: nothing is sealed by it, the alarm is raised. */
public class RosterRefused extends RuntimeException {

    public RosterRefused(UUID team) {
        super("roster of team " + team + " is not authentic");
    }
}
