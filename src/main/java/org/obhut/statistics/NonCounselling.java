package org.obhut.statistics;

import java.util.Set;

/** Contacts in which nobody was counselled; they have a table of their own and stand in no other. */
public final class NonCounselling {

    /** Their keys in the list of kinds. */
    public static final Set<String> KINDS = Set.of("silent", "hang-up", "prank", "abuse", "wrong-number", "spam");

    private NonCounselling() {}
}
