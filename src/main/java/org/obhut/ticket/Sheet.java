package org.obhut.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.obhut.statistics.Answers;
import org.obhut.statistics.FactHandle;

/**
 * A ticket's statistics sheet, sealed with its summary: what somebody has said on it, in keys of the code lists, and by which the fact
 * that the case has become is found again.
 *
 * @param answers by the names of {@link org.obhut.statistics.Answers}; what nobody has said is filled in from what is known
 * @param fact of the case, while it may be taken back; null before the case is counted
 * @param again whether the case was counted before, by a fact that has been moved
 */
public record Sheet(
        Map<String, List<String>> answers, @Nullable FactHandle fact, boolean again) {

    /** Nobody has said anything, and nothing is counted. */
    static final Sheet NONE = new Sheet(Map.of(), null, false);

    Sheet answers(Map<String, List<String>> next) {
        return new Sheet(Map.copyOf(next), fact, again);
    }

    Sheet counted(@Nullable FactHandle now, boolean before) {
        return new Sheet(answers, now, before);
    }

    /** For a ticket that comes out of this one, and is a case of its own. */
    Sheet ofAnother() {
        return counted(null, false);
    }

    /** What it says: what somebody has said on it, else what is known. */
    Map<String, List<String>> over(Map<String, List<String>> known) {
        Map<String, List<String>> all = new TreeMap<>(known);
        all.putAll(answers);
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** What somebody has said elsewhere since; an answer that nobody has given here follows by itself. */
    Sheet followed(String name, List<String> keys) {
        if (!answers.containsKey(name)) {
            return this;
        }
        Map<String, List<String>> next = new TreeMap<>(answers);
        next.put(name, List.copyOf(keys));
        return answers(next);
    }

    /** Of two tickets that turn out to be one case. The topics of both add up again, whatever was said of either's. The fact of the other one is left to whoever merges them. */
    Sheet merged(Sheet other) {
        Map<String, List<String>> all = new TreeMap<>(other.answers);
        all.putAll(answers);
        all.remove(Answers.TOPICS);
        return new Sheet(Map.copyOf(all), fact == null ? other.fact : fact, again || other.again);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    void write(ClearWriter to) {
        to.each("answers", new ArrayList<>(new TreeMap<>(answers).entrySet()), (each, answer) -> each.put(
                                "name", answer.getKey())
                        .put("keys", answer.getValue()))
                .put("fact", fact == null ? null : fact.value())
                .put("again", again);
    }

    static Sheet read(ClearReader from) {
        Map<String, List<String>> answers = new TreeMap<>();
        from.each("answers", each -> answers.put(each.text("name"), each.texts("keys")));
        return new Sheet(Map.copyOf(answers), from.valueOrNull("fact", FactHandle::new), from.flag("again"));
    }
}
