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

    /** @param timeline oldest first */
    static Map<String, List<String>> of(Ticket ticket, Particulars particulars, List<ItemBody> timeline) {
        KnownAnswers known = new KnownAnswers();
        known.put(Answers.KIND, "counselling");
        // Each call asks for itself; what was asked last is what holds, but topics add up.
        timeline.stream().filter(body -> body.kind() == Kind.CALL).forEach(known::called);
        known.put(Answers.CHANNEL, channel(ticket));
        known.put(Answers.LANGUAGE, ticket.language());
        known.add(Answers.TOPICS, particulars.topics());
        if (particulars.region() != null) {
            known.put(Answers.REGION, particulars.region());
        }
        timeline.stream().filter(body -> body.event() != null).forEach(known::referred);
        if (known.answers.containsKey(Answers.REFERRAL)) {
            known.answers.putIfAbsent(Answers.OUTCOME, List.of("referred"));
        }
        if (ticket.channel() == Channel.MAIL) {
            known.put(Answers.FIRST_ANSWER, firstAnswer(timeline));
        }
        return known.answers;
    }

    static String channel(Ticket ticket) {
        return ticket.channel() == Channel.MAIL ? "mail" : "phone";
    }

    private void called(ItemBody call) {
        Map<String, List<String>> asked = new TreeMap<>();
        call.attributes().forEach((name, keys) -> asked.put(name, List.of(keys.split(","))));
        Map<String, List<String>> counted = Answers.counted(asked);
        for (String name : List.of(
                Answers.KIND,
                Answers.WHO,
                Answers.GENDER,
                Answers.AGE_BAND,
                Answers.ORIGIN,
                Answers.REGION,
                Answers.OUTCOME)) {
            counted.getOrDefault(name, List.of()).forEach(key -> put(name, key));
        }
        for (String name : List.of(Answers.TOPICS, Answers.REFERRAL, Answers.FAILED_REFERRAL)) {
            add(name, counted.getOrDefault(name, List.of()));
        }
    }

    private void referred(ItemBody told) {
        Happening event = told.event();
        if (event != null && event.what() == Happening.What.REFERRED) {
            // The event names a place and not its kind; a call that told it has said the kind.
            answers.putIfAbsent(Answers.REFERRAL, List.of("other"));
        } else if (event != null && event.what() == Happening.What.NO_PLACE_FOUND) {
            add(Answers.FAILED_REFERRAL, List.of(Answers.UNKNOWN));
        }
    }

    /** In what time a person of ours first answered what the client first wrote; an acknowledgement is no answer. */
    private static String firstAnswer(List<ItemBody> timeline) {
        @Nullable Instant asked = null;
        for (ItemBody body : timeline) {
            Correspondence mail = body.mail();
            if (mail == null || mail.party() != Party.CLIENT) {
                continue;
            }
            if (body.direction() == Direction.IN && mail.kind().contact() && asked == null) {
                asked = body.at();
            } else if (body.direction() == Direction.OUT && body.author() != null && asked != null) {
                return band(Duration.between(asked, body.at()));
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
