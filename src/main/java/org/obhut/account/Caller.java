package org.obhut.account;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.Keyring;

/**
 * The signed-in person on whose behalf something is done.
 *
 * @param name the sign-in name
 * @param counsels ids of the teams in which the person counsels (leads included)
 * @param leads ids of the teams the person leads
 * @param others roles beyond a team
 */
public record Caller(UUID person, String name, Set<UUID> counsels, Set<UUID> leads, Set<Role> others, Keyring keyring) {

    /** Whether the person has any team and so may see the desk at all. */
    public boolean counsellor() {
        return !counsels.isEmpty();
    }

    public boolean leadOf(UUID team) {
        return leads.contains(team);
    }

    /** Whether the person opens what is sealed to one of these readers (persons, teams, leads). */
    public boolean opensFor(Set<UUID> readers) {
        return !Collections.disjoint(keyring.readers(), readers);
    }

    public boolean has(Role role) {
        return others.contains(role);
    }

    /** @throws Refused where the person does not administer the system */
    public void requireAdministrator() {
        if (!has(Role.ADMINISTRATOR)) {
            throw new Refused("administrator");
        }
    }
}
