package org.obhut.statistics;

import java.util.Set;

/** What became of a referral by which the client was not taken on. A result that somebody adds to the list counts as a referral made. */
public final class FailedReferral {

    /** Their keys in the list of what becomes of referrals. */
    public static final Set<String> RESULTS = Set.of("declined-by-place", "declined-by-client", "failed");

    private FailedReferral() {}
}
