package org.obhut.statistics;

import static org.obhut.statistics.Answers.UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.obhut.codelist.CodeLists;
import org.obhut.statistics.Fact.Kind;

/**
 * The catalogue of tables as they are stored: of which facts each one has a count, and by which attributes. Three are the most: a
 * table with more would come close to telling a person's whole story.
 *
 * <p>What is asked of a case is known when it ends, so that what describes people and their concerns counts cases; what is known of
 * each contact counts contacts.
 */
public enum FactTable {
    CONTACTS(Kind.CONTACT, Fact::counselling, Answers.CHANNEL),
    NEW_AND_REPEAT(Kind.CONTACT, Fact::counselling, Answers.HISTORY),
    LANGUAGES(Kind.CONTACT, Fact::counselling, Answers.LANGUAGE, Answers.CHANNEL),
    INTERPRETING(Kind.CONTACT, Fact::counselling, Answers.INTERPRETER),
    /** Of calls alone. */
    DURATIONS(Kind.CONTACT, known(Answers.DURATION).and(Fact::counselling), Answers.DURATION),
    NON_COUNSELLING(Kind.CONTACT, Predicate.not(Fact::counselling), Answers.KIND, Answers.CHANNEL),

    /** A case that was taken up again after it was moved counts once more, as a further one. */
    CASES(Kind.CASE, Fact::counselling, Answers.CHANNEL, Answers.HISTORY),
    KINDS(Kind.CASE, Fact::counselling, Answers.KIND),
    WHO(Kind.CASE, Fact::counselling, Answers.WHO),
    GENDERS(Kind.CASE, Fact::counselling, Answers.GENDER),
    AGES(Kind.CASE, Fact::counselling, Answers.AGE_BAND),
    ORIGINS(Kind.CASE, Fact::counselling, Answers.ORIGIN),
    /** Mentions: a case counts under each of its topics. */
    TOPICS(Kind.CASE, known(Answers.TOPICS).and(Fact::counselling), Answers.TOPICS),
    REGIONS(Kind.CASE, Fact::counselling, Answers.REGION),
    OUTCOMES(Kind.CASE, Fact::counselling, Answers.OUTCOME),
    /** Mentions: a case counts under each kind of place that took the client on. */
    REFERRALS(Kind.CASE, known(Answers.REFERRAL).and(Fact::counselling), Answers.REFERRAL),
    /** Mentions: a case counts under each kind of place that did not. */
    FAILED_REFERRALS(Kind.CASE, known(Answers.FAILED_REFERRAL).and(Fact::counselling), Answers.FAILED_REFERRAL),
    /** Of cases that began with a mail. */
    FIRST_ANSWERS(Kind.CASE, known(Answers.FIRST_ANSWER).and(Fact::counselling), Answers.FIRST_ANSWER);

    /** The most attributes of a table. */
    public static final int MOST = 3;

    private static final Map<String, CodeLists.Name> LISTS = Map.ofEntries(
            Map.entry(Answers.CHANNEL, CodeLists.Name.CHANNEL),
            Map.entry(Answers.KIND, CodeLists.Name.KIND),
            Map.entry(Answers.HISTORY, CodeLists.Name.HISTORY),
            Map.entry(Answers.WHO, CodeLists.Name.WHO),
            Map.entry(Answers.GENDER, CodeLists.Name.GENDER),
            Map.entry(Answers.AGE_BAND, CodeLists.Name.AGE_BAND),
            Map.entry(Answers.ORIGIN, CodeLists.Name.ORIGIN),
            Map.entry(Answers.TOPICS, CodeLists.Name.TOPIC),
            Map.entry(Answers.LANGUAGE, CodeLists.Name.LANGUAGE),
            Map.entry(Answers.INTERPRETER, CodeLists.Name.INTERPRETER),
            Map.entry(Answers.REGION, CodeLists.Name.REGION),
            Map.entry(Answers.DURATION, CodeLists.Name.DURATION),
            Map.entry(Answers.OUTCOME, CodeLists.Name.OUTCOME),
            Map.entry(Answers.REFERRAL, CodeLists.Name.REFERRAL),
            Map.entry(Answers.FAILED_REFERRAL, CodeLists.Name.REFERRAL),
            Map.entry(Answers.FIRST_ANSWER, CodeLists.Name.FIRST_ANSWER));

    private final Kind kind;
    private final Predicate<Fact> counted;
    private final List<String> attributes;

    FactTable(Kind kind, Predicate<Fact> counted, String... attributes) {
        this.kind = kind;
        this.counted = counted;
        this.attributes = List.of(attributes);
    }

    /** The name it is stored and asked for under, e.g. {@code first-answers}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalStateException where no table has this key: a migration has to say what becomes of its counts */
    static FactTable of(String key) {
        return Arrays.stream(values())
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table " + key + " in the catalogue"));
    }

    /** What it counts. */
    public Kind kind() {
        return kind;
    }

    /** The names of its attributes, at most {@link #MOST}; a cell has a key for each. */
    public List<String> attributes() {
        return attributes;
    }

    /** The list that an attribute's keys are of. A key {@code unknown} may come up that its list does not have. */
    public static CodeLists.Name list(String attribute) {
        return LISTS.get(attribute);
    }

    /** The names of answers that some table of such facts asks for, and the one by which it leaves facts out. */
    static Set<String> names(Kind kind) {
        Set<String> names = new HashSet<>(Set.of(Answers.KIND));
        Arrays.stream(values()).filter(table -> table.kind == kind).forEach(table -> names.addAll(table.attributes));
        return names;
    }

    /** The cells in which a fact counts once each; none where this table does not count it. */
    List<List<String>> cells(Fact fact) {
        if (fact.kind() != kind || !counted.test(fact)) {
            return List.of();
        }
        List<List<String>> cells = List.of(List.of());
        for (String attribute : attributes) {
            List<String> keys = fact.keys(attribute);
            cells = with(cells, keys.isEmpty() ? List.of(absent(attribute)) : keys);
        }
        return cells;
    }

    private static List<List<String>> with(List<List<String>> cells, List<String> keys) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> cell : cells) {
            for (String key : keys) {
                List<String> next = new ArrayList<>(cell);
                next.add(key);
                longer.add(List.copyOf(next));
            }
        }
        return longer;
    }

    private static String absent(String attribute) {
        return switch (attribute) {
            case Answers.LANGUAGE -> "und";
            case Answers.INTERPRETER -> "no";
            default -> UNKNOWN;
        };
    }

    private static Predicate<Fact> known(String name) {
        return fact -> !fact.keys(name).isEmpty();
    }
}
