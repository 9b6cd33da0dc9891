package org.obhut.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;

/** The answers of a logged call, each a key of its code list; names are those of {@link NewCall}. */
record CallAnswers(SortedMap<String, List<String>> byName) {

    /** @throws InvalidInput naming the first field whose value its list does not know */
    static CallAnswers of(NewCall call, CodeLists lists) {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        put(answers, lists, "kind", Name.KIND, call.kind());
        put(answers, lists, "who", Name.WHO, call.who());
        put(answers, lists, "gender", Name.GENDER, call.gender());
        put(answers, lists, "ageBand", Name.AGE_BAND, call.ageBand());
        put(answers, lists, "origin", Name.ORIGIN, call.origin());
        put(answers, lists, "language", Name.LANGUAGE, call.language());
        put(answers, lists, "region", Name.REGION, call.region());
        put(answers, lists, "duration", Name.DURATION, call.duration());
        put(answers, lists, "outcome", Name.OUTCOME, call.outcome());
        put(answers, lists, "referral", Name.REFERRAL, call.referral());
        List<String> topics = new ArrayList<>();
        for (String topic : call.topics()) {
            check(lists, "topics", Name.TOPIC, topic);
            if (!topics.contains(topic)) {
                topics.add(topic);
            }
        }
        if (!topics.isEmpty()) {
            answers.put("topics", List.copyOf(topics));
        }
        if (call.interpreter()) {
            answers.put("interpreter", List.of("yes"));
        }
        return new CallAnswers(answers);
    }

    private static void put(
            Map<String, List<String>> answers, CodeLists lists, String field, Name list, @Nullable String key) {
        if (key != null) {
            check(lists, field, list, key);
            answers.put(field, List.of(key));
        }
    }

    private static void check(CodeLists lists, String field, Name list, String key) {
        CodeList known = lists.list(list);
        if (!known.offers(key)) {
            throw new InvalidInput(field, known.find(key).isPresent() ? "retired-value" : "unknown-value");
        }
    }

    /** What is counted of them. @param history key of the list of that name */
    Map<String, List<String>> counted(String history) {
        Map<String, List<String>> counted = new TreeMap<>(Answers.counted(byName));
        counted.put(Answers.CHANNEL, List.of("phone"));
        counted.put(Answers.HISTORY, List.of(history));
        return counted;
    }

    /** As they stand in a ticket: several keys joined by commas. */
    Map<String, String> joined() {
        Map<String, String> joined = new LinkedHashMap<>();
        byName.forEach((name, keys) -> joined.put(name, String.join(",", keys)));
        return joined;
    }
}
