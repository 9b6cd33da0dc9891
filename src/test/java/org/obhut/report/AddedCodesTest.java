package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.GrownLists;

/** A code that somebody adds must not become the name of one person. */
class AddedCodesTest {

    private static final String ADDED = "return";
    private static final Period QUARTER = Period.parse("2026-Q4").orElseThrow();

    private final CodeLists lists = GrownLists.with(CodeLists.Name.TOPIC, "Rückkehr", "Return");

    private Numbers published(Map<String, Map<List<String>, Long>> counts, int seed) {
        return Published.rounded(
                AddedCodes.of(lists).folded(counts),
                new SmallCells(new Lots(new UUID(seed, 7), QUARTER)),
                lists.list(CodeLists.Name.REGION));
    }

    private static Map<String, Map<List<String>, Long>> cases(long added) {
        Map<String, Map<List<String>, Long>> counts = new HashMap<>();
        counts.put(Published.WHO, Map.of(List.of("sex-worker"), 40L));
        counts.put(Published.TOPICS, Map.of(List.of(ADDED), added, List.of("tax"), 20L, List.of("other"), 3L));
        return counts;
    }

    @Test
    void ofFewerThanFiveNothingIsPublishedWhateverTheLots() {
        for (long few = 1; few < SmallCells.BASE; few++) {
            for (int seed = 0; seed < 500; seed++) {
                Numbers numbers = published(cases(few), seed);
                assertEquals(0, numbers.of(Published.TOPICS, ADDED), few + " by the lots of " + seed);
                assertFalse(
                        new Composition(lists, QUARTER, numbers, null)
                                        .draft(
                                                java.time.LocalDate.of(2027, 1, 12),
                                                java.time.YearMonth.of(2026, 1),
                                                1,
                                                null)
                                        .table("topics")
                                        .orElseThrow()
                                        .rows()
                                        .stream()
                                        .anyMatch(row -> row.key().equals(ADDED)),
                        "not even a row");
            }
        }
    }

    /**
     * Every pair of counts under many lots: what each pair of published numbers leaves open is five wide for counts below five. Pairs above
     * ten are left out, as the counts that are tried are not all that could stand behind them.
     */
    @Test
    void whoSeesItsNumberAndThatOfOtherIsLeftAnIntervalOfFive() {
        Map<List<Integer>, Set<List<Integer>>> behind = new HashMap<>();
        AddedCodes codes = AddedCodes.of(lists);
        for (int seed = 0; seed < 100; seed++) {
            SmallCells rounding = new SmallCells(new Lots(new UUID(seed, 7), QUARTER));
            for (int added = 0; added <= 16; added++) {
                for (int other = 0; other <= 16; other++) {
                    Map<List<String>, Long> topics =
                            Map.of(List.of(ADDED), (long) added, List.of("other"), (long) other);
                    Map<List<String>, Integer> published = rounding.mentions(
                            "cases",
                            60,
                            Published.TOPICS,
                            codes.folded(Map.of(Published.TOPICS, topics)).get(Published.TOPICS));
                    List<Integer> pair = List.of(
                            published.getOrDefault(List.of(ADDED), 0), published.getOrDefault(List.of("other"), 0));
                    if (pair.stream().allMatch(number -> number <= 10)) {
                        behind.computeIfAbsent(pair, first -> new HashSet<>()).add(List.of(added, other));
                    }
                }
            }
        }
        int smallest = Integer.MAX_VALUE;
        for (Set<List<Integer>> possible : behind.values()) {
            for (int which = 0; which < 2; which++) {
                int place = which;
                var left =
                        possible.stream().mapToInt(counts -> counts.get(place)).summaryStatistics();
                if (left.getMin() < SmallCells.BASE) {
                    smallest = Math.min(smallest, left.getMax() - left.getMin());
                }
            }
        }
        System.out.printf(
                "added codes: %d pairs of published numbers, smallest interval %d%n", behind.size(), smallest);
        assertEquals(SmallCells.BASE, smallest);
    }

    @Test
    void theyCountAsOther() {
        Map<List<String>, Long> topics = AddedCodes.of(lists).folded(cases(4)).get(Published.TOPICS);
        assertEquals(Map.of(List.of("tax"), 20L, List.of("other"), 7L), topics);
    }

    @Test
    void ofFiveItIsPublishedLikeAllOthers() {
        int seen = 0;
        for (int seed = 0; seed < 100; seed++) {
            seen += published(cases(5), seed).of(Published.TOPICS, ADDED) > 0 ? 1 : 0;
        }
        assertTrue(seen > 50, "five are seen more often than not: " + seen);
    }

    @Test
    void whatCameWithTheProgramIsLeftAlone() {
        Map<String, Map<List<String>, Long>> counts = cases(9);
        assertEquals(counts, AddedCodes.of(lists).folded(counts));
        assertEquals(counts, AddedCodes.of(new CodeLists()).folded(counts));
    }
}
