package org.obhut.account;

import java.util.Set;
import org.obhut.platform.InvalidInput;

/**
 * Somebody who is to become a person.
 *
 * @param name to sign in with: 2 to 40 of a to z, 0 to 9, dot and hyphen
 * @param displayName what colleagues call them, 1 to 60 characters
 * @param roles those beyond a team
 */
record Newcomer(String name, String displayName, Set<Role> roles) {

    /** @throws InvalidInput that names the field */
    Newcomer {
        name = SignInName.require(name.strip());
        displayName = DisplayNames.require(displayName);
        roles = Set.copyOf(roles);
        if (roles.contains(Role.ADMINISTRATOR) && roles.size() > 1) {
            // Who runs the system could open what their keys open.
            throw new InvalidInput("roles", "administrator-alone");
        }
    }
}
