package org.obhut.ticket;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.statistics.Answers;
import org.obhut.statistics.FailedReferral;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * Which kinds of place took a ticket's client on, and which did not, by what its timeline tells. A place counts once, however often it
 * was noted, and with what was noted last of it; what a call has said of a place holds until somebody says how it went on.
 */
final class KnownReferrals {

    /** A referral to one place. @param result null where nobody has said how it went on */
    private record Told(@Nullable String kind, @Nullable String result) {

        /** Noted once more: how it went on is not forgotten by that. */
        Told again(Told later) {
            return new Told(later.kind == null ? kind : later.kind, later.result == null ? result : later.result);
        }

        boolean failed() {
            return result != null && FailedReferral.RESULTS.contains(result);
        }
    }

    private final Map<String, Told> places = new LinkedHashMap<>();
    private final Set<String> notFound = new LinkedHashSet<>();
    private final Set<String> made = new LinkedHashSet<>();
    private final Set<String> failed = new LinkedHashSet<>();

    private KnownReferrals() {}

    /** Under {@link Answers#REFERRAL} and {@link Answers#FAILED_REFERRAL}; a name without keys is left out. */
    static Map<String, List<String>> of(List<TimelineEntry> timeline) {
        KnownReferrals known = new KnownReferrals();
        Set<String> toldByEvents = timeline.stream()
                .flatMap(entry -> Referral.call(entry).stream())
                .collect(Collectors.toSet());
        timeline.forEach(entry -> known.take(entry, toldByEvents));
        return known.answers();
    }

    private void take(TimelineEntry entry, Set<String> toldByEvents) {
        if (entry.kind() == Kind.CALL && !toldByEvents.contains(entry.id().toString())) {
            Map<String, List<String>> asked = KnownAnswers.asked(entry);
            made.addAll(asked.getOrDefault(Answers.REFERRAL, List.of()));
            failed.addAll(asked.getOrDefault(Answers.FAILED_REFERRAL, List.of()));
        } else if (Referral.made(entry) && !Referral.takenBack(entry)) {
            Told told = new Told(
                    Referral.kind(entry).orElse(null), Referral.result(entry).orElse(null));
            String place = requireNonNullElse(entry.eventValue(), "").strip().toLowerCase(Locale.ROOT);
            places.merge(place, told, Told::again);
            Referral.kind(entry).filter(kind -> !told.failed()).ifPresent(notFound::remove);
        } else if (Referral.notFound(entry) && !Referral.takenBack(entry)) {
            notFound.add(Referral.kind(entry).orElse(Answers.UNKNOWN));
        }
    }

    private Map<String, List<String>> answers() {
        places.values().stream().filter(told -> told.kind != null).forEach(this::count);
        // Referrals of before their kind was noted: a call that told of it has said the kind.
        boolean old = places.values().stream().anyMatch(told -> told.kind == null);
        if (old && made.isEmpty()) {
            made.add(Referral.OTHER);
        }
        failed.addAll(notFound);
        Map<String, List<String>> answers = new TreeMap<>();
        answers.put(Answers.REFERRAL, new ArrayList<>(made));
        answers.put(Answers.FAILED_REFERRAL, new ArrayList<>(failed));
        answers.values().removeIf(List::isEmpty);
        return answers;
    }

    private void count(Told told) {
        (told.failed() ? failed : made).add(requireNonNullElse(told.kind, Referral.OTHER));
    }
}
