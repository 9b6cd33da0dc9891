package org.obhut.ticket;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;
import org.obhut.statistics.FactTable;
import org.obhut.statistics.NonCounselling;

/**
 * What a person says on a statistics sheet, in keys of the code lists; an answer without keys says that nothing is known there. What
 * is computed from the ticket alone (channel, history, time to the first answer) or noted elsewhere (referrals) is not asked.
 */
public record SheetAnswers(Map<String, List<String>> byName) {

    /** The names of {@link Answers} that are asked, in the order of the page. */
    public static final List<String> ASKED = List.of(
            Answers.WHO,
            Answers.TOPICS,
            Answers.LANGUAGE,
            Answers.INTERPRETER,
            Answers.REGION,
            Answers.OUTCOME,
            Answers.KIND,
            Answers.GENDER,
            Answers.AGE_BAND,
            Answers.ORIGIN);

    /** Of these the ones that a good sheet has an answer to, be it that it is not known. */
    public static final List<String> WANTED =
            List.of(Answers.WHO, Answers.TOPICS, Answers.LANGUAGE, Answers.REGION, Answers.OUTCOME);

    public SheetAnswers(Map<String, List<String>> byName) {
        Map<String, List<String>> asked = new TreeMap<>();
        ASKED.forEach(name -> asked.put(name, List.copyOf(byName.getOrDefault(name, List.of()))));
        this.byName = Map.copyOf(asked);
    }

    List<String> keys(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The one key under a name. @param absent what is meant where there is none */
    String key(String name, String absent) {
        return keys(name).isEmpty() ? absent : keys(name).get(0);
    }

    /** @throws InvalidInput naming the first field with a key that its list does not have, or with several where one is asked */
    void check(CodeLists lists) {
        for (String name : ASKED) {
            List<String> keys = keys(name);
            if (!name.equals(Answers.TOPICS) && keys.size() > 1) {
                throw new InvalidInput(name, "one-value");
            }
            // A language that was recognised need not be one of the list; who sets it looks there.
            if (!name.equals(Answers.LANGUAGE) && !keys.stream().allMatch(key -> known(name, key, lists))) {
                throw new InvalidInput(name, "unknown-value");
            }
        }
    }

    private static boolean known(String name, String key, CodeLists lists) {
        boolean unknown = key.equals(Answers.UNKNOWN) && !name.equals(Answers.TOPICS);
        boolean noCase = name.equals(Answers.KIND) && NonCounselling.KINDS.contains(key);
        return unknown || !noCase && lists.list(FactTable.list(name)).find(key).isPresent();
    }
}
