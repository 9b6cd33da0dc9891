package org.obhut.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names under which a fact has its answers; those that a call asks too are named as in {@code POST /calls}. */
public final class Answers {

    public static final String CHANNEL = "channel";
    public static final String KIND = "kind";

    /** Whether it was the first contact. */
    public static final String HISTORY = "history";

    public static final String WHO = "who";
    public static final String GENDER = "gender";
    public static final String AGE_BAND = "ageBand";
    public static final String ORIGIN = "origin";
    public static final String TOPICS = "topics";
    public static final String LANGUAGE = "language";
    public static final String INTERPRETER = "interpreter";
    public static final String REGION = "region";
    public static final String DURATION = "duration";
    public static final String OUTCOME = "outcome";

    /** The kinds of place that took the client on. */
    public static final String REFERRAL = "referral";

    /** The kinds of place that did not, or {@link #UNKNOWN} where none was found. */
    public static final String FAILED_REFERRAL = "failedReferral";

    public static final String FIRST_ANSWER = "firstAnswer";

    /** The key of what was not noted. */
    public static final String UNKNOWN = "unknown";

    /** A call's answer on its referral: that it failed. */
    public static final String FAILED = "failed";

    /** A call's answer on its referral: that there was none. */
    public static final String NOBODY = "none";

    private Answers() {}

    /**
     * Answers as a call has them, as they are counted: its one answer on the referral says either where the client was taken on, or that
     * nobody did.
     */
    public static Map<String, List<String>> counted(Map<String, List<String>> asked) {
        Map<String, List<String>> counted = new TreeMap<>(asked);
        List<String> referral = counted.getOrDefault(REFERRAL, List.of());
        if (referral.contains(FAILED)) {
            counted.putIfAbsent(FAILED_REFERRAL, List.of(UNKNOWN));
        }
        List<String> places = referral.stream()
                .filter(key -> !key.equals(FAILED) && !key.equals(NOBODY))
                .toList();
        counted.put(REFERRAL, places);
        if (places.isEmpty()) {
            counted.remove(REFERRAL);
        }
        return counted;
    }
}
