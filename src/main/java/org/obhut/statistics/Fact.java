package org.obhut.statistics;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that is counted. Has a month; has no day, no id and nobody's words.
 *
 * @param answers what is known of it, by the names of {@link FactTable#attributes()}; each a key of its code list, several for topics
 *     and referrals only
 */
public record Fact(Kind kind, YearMonth month, SortedMap<String, List<String>> answers) {

    /** What is counted. */
    public enum Kind {
        /** One for each call, and one for each ticket and day with client mail. */
        CONTACT,
        /** One for each ticket, at its closing or its end; and one for each counselling call that no ticket keeps. */
        CASE
    }

    public Fact {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static Fact contact(YearMonth month, Map<String, List<String>> answers) {
        return new Fact(Kind.CONTACT, month, new TreeMap<>(answers));
    }

    /** A case that came to its end in this month. */
    public static Fact ended(YearMonth month, Map<String, List<String>> answers) {
        return new Fact(Kind.CASE, month, new TreeMap<>(answers));
    }

    /** The same with other keys under a name; with none it says nothing there. */
    public Fact with(String name, List<String> keys) {
        Map<String, List<String>> next = new TreeMap<>(answers);
        next.put(name, keys);
        if (keys.isEmpty()) {
            next.remove(name);
        }
        return new Fact(kind, month, new TreeMap<>(next));
    }

    /** The same without what no table of the catalogue asks for: what is not counted is not to wait either. */
    public Fact leftOut() {
        Map<String, List<String>> counted = new TreeMap<>(answers);
        counted.keySet().retainAll(FactTable.names(kind));
        return new Fact(kind, month, new TreeMap<>(counted));
    }

    /** The keys under a name; empty where nothing is known. */
    List<String> keys(String name) {
        return answers.getOrDefault(name, List.of());
    }

    /** Whether somebody was counselled or informed, or at least may have been: what is not known to be otherwise is. */
    public boolean counselling() {
        return NonCounselling.KINDS.stream().noneMatch(keys(Answers.KIND)::contains);
    }
}
