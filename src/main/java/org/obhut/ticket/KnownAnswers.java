package org.obhut.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.obhut.statistics.Answers;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/** What the statistics sheet of a ticket says before anybody has said it: from what stands in the ticket. */
final class KnownAnswers {

    private static final List<Band> BANDS = List.of(
            new Band(Duration.ofHours(4), "up-to-4-hours"),
            new Band(Duration.ofHours(8), "4-to-8-hours"),
            new Band(Duration.ofHours(24), "8-to-24-hours"),
            new Band(Duration.ofDays(3), "1-to-3-days"),
            new Band(Duration.ofDays(7), "3-to-7-days"));

    private record Band(Duration longest, String key) {}

    private final Map<String, List<String>> answers = new TreeMap<>();

    private KnownAnswers() {}

    /**
     * @param language tag of the ticket's
     * @param timeline oldest first
     */
    static Map<String, List<String>> of(
            Channel channel, String language, Particulars particulars, List<TimelineEntry> timeline) {
        KnownAnswers known = new KnownAnswers();
        known.put(Answers.KIND, "counselling");
        // Each call asks for itself; what was asked last is what holds, but topics add up.
        timeline.stream().filter(entry -> entry.kind() == Kind.CALL).forEach(known::called);
        known.put(Answers.CHANNEL, channel == Channel.MAIL ? "mail" : "phone");
        known.put(Answers.LANGUAGE, language);
        known.add(Answers.TOPICS, particulars.topics());
        if (particulars.region() != null) {
            known.put(Answers.REGION, particulars.region());
        }
        known.answers.putAll(KnownReferrals.of(timeline));
        if (known.answers.containsKey(Answers.REFERRAL)) {
            known.answers.putIfAbsent(Answers.OUTCOME, List.of("referred"));
        }
        if (channel == Channel.MAIL) {
            known.put(Answers.FIRST_ANSWER, firstAnswer(timeline));
        }
        return known.answers;
    }

    private void called(TimelineEntry call) {
        Map<String, List<String>> asked = asked(call);
        for (String name : List.of(
                Answers.KIND,
                Answers.WHO,
                Answers.GENDER,
                Answers.AGE_BAND,
                Answers.ORIGIN,
                Answers.REGION,
                Answers.OUTCOME)) {
            asked.getOrDefault(name, List.of()).forEach(key -> put(name, key));
        }
        add(Answers.TOPICS, asked.getOrDefault(Answers.TOPICS, List.of()));
    }

    /** The answers of a call as they are counted. */
    static Map<String, List<String>> asked(TimelineEntry call) {
        Map<String, List<String>> asked = new TreeMap<>();
        call.attributes().forEach((name, keys) -> asked.put(name, List.of(keys.split(","))));
        return Answers.counted(asked);
    }

    /** In what time a person of ours first answered what the client first wrote; an acknowledgement is no answer. */
    private static String firstAnswer(List<TimelineEntry> timeline) {
        @Nullable Instant asked = null;
        for (TimelineEntry entry : timeline) {
            if (entry.kind() != Kind.MESSAGE || entry.party() != Party.CLIENT) {
                continue;
            }
            if (entry.direction() == Direction.IN && entry.mailKind().contact() && asked == null) {
                asked = entry.at();
            } else if (entry.direction() == Direction.OUT && entry.author() != null && asked != null) {
                return band(Duration.between(asked, entry.at()));
            }
        }
        return "none";
    }

    private static String band(Duration time) {
        return BANDS.stream()
                .filter(band -> time.compareTo(band.longest()) <= 0)
                .map(Band::key)
                .findFirst()
                .orElse("over-7-days");
    }

    private void put(String name, String key) {
        answers.put(name, List.of(key));
    }

    private void add(String name, List<String> keys) {
        Set<String> all = new LinkedHashSet<>(answers.getOrDefault(name, List.of()));
        all.addAll(keys);
        if (!all.isEmpty()) {
            answers.put(name, new ArrayList<>(all));
        }
    }
}
