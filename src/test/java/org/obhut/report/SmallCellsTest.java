package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    private static final Period QUARTER = Period.parse("2026-Q3").orElseThrow();

    @Test
    void marksAreFourToSixApartAndEveryPlaceIsAsLikely() {
        int[] marked = new int[31];
        int seeds = 20_000;
        Random random = new Random(1);
        for (int seed = 0; seed < seeds; seed++) {
            Marks marks = new Marks(lots(random), "row", Marks.PLAY);
            long last = 0;
            for (int place = 1; place <= 30; place++) {
                long there = marks.upTo(place) - marks.upTo(place - 1);
                assertTrue(there == 0 || there == 1, () -> "marks at one place: " + there);
                if (there == 1) {
                    marked[place]++;
                    assertTrue(place <= 6 || last > 0, "the first mark is at most at 6");
                    assertTrue(last == 0 || place - last >= 4 && place - last <= 6, "four to six apart");
                    last = place;
                }
            }
            assertEquals(0, marks.upTo(0));
        }
        for (int place = 1; place <= 30; place++) {
            // Five standard deviations of a share of one in five.
            assertEquals(0.2, (double) marked[place] / seeds, 5 * Math.sqrt(0.16 / seeds), "place " + place);
        }
    }

    @Test
    void isOffByFiveAtMostAndTablesOfARowAgree() {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            Map<List<String>, Long> byMonth = new HashMap<>();
            Map<List<String>, Long> byLanguage = new HashMap<>();
            for (String channel : List.of("mail", "phone")) {
                for (int i = random.nextInt(40); i > 0; i--) {
                    byMonth.merge(List.of(channel, "m" + random.nextInt(3)), 1L, Long::sum);
                    byLanguage.merge(List.of(channel, "l" + random.nextInt(9)), 1L, Long::sum);
                }
            }
            SmallCells cells = new SmallCells(lots(random));
            Map<List<String>, Integer> months = cells.whole("contacts", "months", byMonth, cell -> cell.get(0));
            Map<List<String>, Integer> languages =
                    cells.whole("contacts", "languages", byLanguage, cell -> cell.get(0));
            byMonth.forEach((cell, count) -> near(count, months.getOrDefault(cell, 0)));
            byLanguage.forEach((cell, count) -> near(count, languages.getOrDefault(cell, 0)));
            for (String channel : List.of("mail", "phone")) {
                assertEquals(sum(months, channel), sum(languages, channel), "the same sum in both tables");
                near(trueSum(byMonth, channel), sum(months, channel));
            }
        }
    }

    @Test
    void isTheSameWheneverItIsAskedAndAnotherOneWithAnotherSeed() {
        Map<List<String>, Long> counts = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            counts.put(List.of("c" + i), 1 + i % 4L);
        }
        UUID seed = new UUID(5, 7);
        var first = new SmallCells(new Lots(seed, QUARTER)).mentions("cases", 200, "topics", counts);
        assertEquals(first, new SmallCells(new Lots(seed, QUARTER)).mentions("cases", 200, "topics", counts));
        var other = new SmallCells(new Lots(new UUID(5, 8), QUARTER)).mentions("cases", 200, "topics", counts);
        assertTrue(!first.equals(other), "the lots depend on the seed");
    }

    private static Lots lots(Random random) {
        return new Lots(new UUID(random.nextLong(), random.nextLong()), QUARTER);
    }

    private static void near(long count, int published) {
        assertTrue(Math.abs(count - published) <= 5, () -> count + " as " + published);
        assertTrue(published == 0 || count > 0, "what never came up is never published");
    }

    private static int sum(Map<List<String>, Integer> cells, String channel) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().get(0).equals(channel))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static long trueSum(Map<List<String>, Long> cells, String channel) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().get(0).equals(channel))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
