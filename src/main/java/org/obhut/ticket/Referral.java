package org.obhut.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that a client is told of, and how it went on. Sealed as an event of the ticket's timeline.
 *
 * @param place its name
 * @param kind of place, a code of the list {@code referral}
 * @param result a code of the list {@code referral-result}, null where nobody has said
 * @param call the call in which it was told, whose own answer on referrals this one stands for; null outside a call
 */
public record Referral(
        String place,
        String kind,
        @Nullable String result,
        @Nullable UUID call) {

    /** The kind of places that the list of referrals does not tell apart. */
    public static final String OTHER = "other";

    private static final String KIND = "place";
    private static final String RESULT = "result";
    private static final String CALL = "call";
    private static final String TAKEN_BACK = "taken-back";

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>(attributes(kind));
        if (result != null) {
            attributes.put(RESULT, result);
        }
        if (call != null) {
            attributes.put(CALL, call.toString());
        }
        return attributes;
    }

    /** What is noted of a place that is looked for. @param kind null where nobody has said */
    static Map<String, String> attributes(@Nullable String kind) {
        return kind == null ? Map.of() : Map.of(KIND, kind);
    }

    static Map<String, String> result(Map<String, String> attributes, String result) {
        return with(attributes, RESULT, result);
    }

    static Map<String, String> takenBack(Map<String, String> attributes) {
        return with(attributes, TAKEN_BACK, "true");
    }

    private static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        Map<String, String> next = new LinkedHashMap<>(attributes);
        next.put(name, value);
        return next;
    }

    /** Whether an entry tells of a referral. */
    public static boolean made(TimelineEntry entry) {
        return Happening.What.REFERRED.key().equals(entry.event());
    }

    /** Whether an entry tells that no place could be found. */
    public static boolean notFound(TimelineEntry entry) {
        return Happening.What.NO_PLACE_FOUND.key().equals(entry.event());
    }

    /** The kind of place, a code of the list {@code referral}; empty where it was not noted. */
    public static Optional<String> kind(TimelineEntry entry) {
        return Optional.ofNullable(entry.attributes().get(KIND));
    }

    /** How it went on, a code of the list {@code referral-result}; empty where nobody has said. */
    public static Optional<String> result(TimelineEntry entry) {
        return Optional.ofNullable(entry.attributes().get(RESULT));
    }

    /** Whether it was noted by mistake. */
    public static boolean takenBack(TimelineEntry entry) {
        return entry.attributes().containsKey(TAKEN_BACK);
    }

    static Optional<String> call(TimelineEntry entry) {
        return made(entry) ? Optional.ofNullable(entry.attributes().get(CALL)) : Optional.empty();
    }
}
