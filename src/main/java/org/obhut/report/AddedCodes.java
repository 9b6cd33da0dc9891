package org.obhut.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeLists;

/**
 * Keeps an added code from being the name of one person (ADR 53): of a quarter in which it was counted less than five times, it counts as
 * 'other' in all that is published. Codes that came with the program were worded with nobody in mind.
 */
final class AddedCodes {

    /** What an added code counts as, by table. In tables that are not here no code can be added. */
    private static final Map<String, String> OTHERS = Map.of(
            Published.WHO, "other",
            Published.TOPICS, "other",
            Published.REFERRALS, "other",
            Published.FAILED_REFERRALS, "other",
            Published.LANGUAGES, "mis");

    private static final Map<String, CodeLists.Name> LISTS = Map.of(
            Published.WHO, CodeLists.Name.WHO,
            Published.TOPICS, CodeLists.Name.TOPIC,
            Published.REFERRALS, CodeLists.Name.REFERRAL,
            Published.FAILED_REFERRALS, CodeLists.Name.REFERRAL,
            Published.LANGUAGES, CodeLists.Name.LANGUAGE);

    /** By table. */
    private final Map<String, Set<String>> added;

    private AddedCodes(Map<String, Set<String>> added) {
        this.added = added;
    }

    static AddedCodes of(CodeLists lists) {
        Map<String, Set<String>> added = new HashMap<>();
        LISTS.forEach((table, list) ->
                added.put(table, lists.added(list).stream().map(Code::key).collect(Collectors.toSet())));
        return new AddedCodes(added);
    }

    /** The true counts of a quarter with what is rare of added codes under 'other'. */
    Map<String, Map<List<String>, Long>> folded(Map<String, Map<List<String>, Long>> counts) {
        Map<String, Map<List<String>, Long>> folded = new HashMap<>(counts);
        OTHERS.forEach((table, other) -> folded.computeIfPresent(table, (name, cells) -> folded(table, other, cells)));
        return folded;
    }

    private Map<List<String>, Long> folded(String table, String other, Map<List<String>, Long> cells) {
        Set<String> rare = new HashSet<>(added.getOrDefault(table, Set.of()));
        rare.removeIf(key -> cells.entrySet().stream()
                        .filter(cell -> last(cell.getKey()).equals(key))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                >= SmallCells.BASE);
        Map<List<String>, Long> folded = new HashMap<>();
        cells.forEach(
                (cell, count) -> folded.merge(rare.contains(last(cell)) ? with(cell, other) : cell, count, Long::sum));
        return folded;
    }

    private static String last(List<String> cell) {
        return cell.get(cell.size() - 1);
    }

    private static List<String> with(List<String> cell, String key) {
        List<String> other = new ArrayList<>(cell.subList(0, cell.size() - 1));
        other.add(key);
        return other;
    }
}
