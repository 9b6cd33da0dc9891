package org.obhut.account;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do. Counsellor and lead belong to a team; the others stand alone. A person can have several. */
public enum Role {
    COUNSELLOR,
    LEAD,
    COORDINATOR,
    ADMINISTRATOR,
    ANALYST;

    /** As it stands in a row: names in alphabetical order, apart by blanks. */
    static String text(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    static Set<Role> of(String text) {
        return Arrays.stream(text.split(" "))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
