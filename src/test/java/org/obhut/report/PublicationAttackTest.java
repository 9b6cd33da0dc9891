package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.codelist.CodeLists;
import org.obhut.report.AttackedQuarter.Telling;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCount;

/**
 * Attacks all that can be published by linear bounds: every cell, sum and period, with all that is known of how they hang together. Every
 * true count under five has to keep an interval of five.
 */
class PublicationAttackTest {

    private static final CodeLists LISTS = new CodeLists();

    @Test
    void demoYearKeepsFive() {
        List<FactCount> year = DemoCounts.until(YearMonth.of(2026, 12));
        Trial trial = new Trial(AttackedQuarter.OBHUT);
        trial.attack(quarters(year, Marks.PLAY));
        System.out.println("demo year: " + trial.summary());
        assertTrue(trial.small() > 500, "there are small counts to attack");
        assertEquals(5, trial.smallest(), trial::narrowest);
    }

    @Test
    void smallAndAdversarialQuartersKeepFive() {
        Random random = new Random(3);
        Trial trial = new Trial(AttackedQuarter.OBHUT);
        for (int round = 0; round < 200; round++) {
            int most = 1 + random.nextInt(12);
            Map<String, Map<List<String>, Long>> counts = SmallQuarters.draw(random, most);
            trial.attack(List.of(quarter("2026-Q1", counts, new UUID(random.nextLong(), round), Marks.PLAY)));
        }
        System.out.println("small quarters: " + trial.summary());
        assertTrue(trial.small() > 5_000, "there are small counts to attack");
        assertEquals(5, trial.smallest(), trial::narrowest);
    }

    /** The guard out: each count and each sum rounded to the nearest five by itself. */
    @Test
    void roundingToTheNearestTells() {
        List<FactCount> year = DemoCounts.until(YearMonth.of(2026, 12));
        Trial trial = new Trial(AttackedQuarter.NEAREST);
        trial.attack(quarters(year, Marks.PLAY));
        System.out.println("demo year, rounded to the nearest: " + trial.summary());
        assertTrue(trial.smallest() <= 2, "a published 0 leaves 0 to 2");
    }

    /** The guard out: marks five apart without play. */
    @Test
    void marksWithoutPlayTell() {
        Telling withoutPlay = (attack, sum, count, published) ->
                attack.know(sum, published == 0 ? 0 : published - 4.0, published + 4.0);
        Trial trial = new Trial(withoutPlay);
        trial.attack(quarters(DemoCounts.until(YearMonth.of(2026, 12)), 0));
        System.out.println("demo year, marks without play: " + trial.summary());
        assertEquals(4, trial.smallest());
    }

    /** The guard out: a share of the true total beside a rounded count. */
    @Test
    void sharesOfTrueCountsTell() {
        LinearAttack attack = new LinearAttack();
        Map<String, Double> count = Map.of("a", 1.0);
        Map<String, Double> rest = Map.of("b", 1.0);
        // 3 of 40, published as 5 of 40 by five, and as 7.5 percent, rounded to 8.
        attack.know(count, 1, 10);
        attack.know(rest, 32, 42);
        attack.know(Map.of("a", 1 - 0.085, "b", -0.085), Double.NEGATIVE_INFINITY, 0);
        attack.know(Map.of("a", 1 - 0.075, "b", -0.075), 0, Double.POSITIVE_INFINITY);
        LinearAttack.Interval left = attack.bounds(count);
        System.out.println("a share of true counts: " + left);
        assertTrue(left.width() < 5, "the share tells: " + left);
    }

    private static List<AttackedQuarter> quarters(List<FactCount> year, int play) {
        List<AttackedQuarter> quarters = new ArrayList<>();
        for (Period quarter : Period.parse("2026").orElseThrow().quarters()) {
            Map<String, Map<List<String>, Long>> counts = Published.cells(year.stream()
                    .filter(count -> Period.quarterOf(count.month()).equals(quarter))
                    .toList());
            nevers(counts);
            quarters.add(quarter(quarter.toString(), counts, new UUID(20, 26), play));
        }
        return quarters;
    }

    private static AttackedQuarter quarter(
            String name, Map<String, Map<List<String>, Long>> counts, UUID seed, int play) {
        Period period = Period.parse(name).orElseThrow();
        return new AttackedQuarter(
                name,
                counts,
                Published.rounded(counts, new SmallCells(new Lots(seed, period), play), AttackedQuarter.REGIONS)
                        .tables());
    }

    /** What never came up is a count as well, of 0. */
    private static void nevers(Map<String, Map<List<String>, Long>> counts) {
        Map<String, CodeLists.Name> lists = Map.of(
                Published.WHO, CodeLists.Name.WHO,
                Published.REGIONS, CodeLists.Name.REGION,
                Published.TOPICS, CodeLists.Name.TOPIC,
                Published.REFERRALS, CodeLists.Name.REFERRAL,
                Published.FAILED_REFERRALS, CodeLists.Name.REFERRAL,
                Published.FIRST_ANSWERS, CodeLists.Name.FIRST_ANSWER);
        lists.forEach((table, list) -> LISTS.list(list).codes().forEach(code -> counts.computeIfAbsent(
                        table, key -> new HashMap<>())
                .putIfAbsent(List.of(code.key()), 0L)));
        for (String channel : List.of("mail", "phone")) {
            LISTS.list(CodeLists.Name.LANGUAGE).codes().forEach(code -> counts.get(Published.LANGUAGES)
                    .putIfAbsent(List.of(channel, code.key()), 0L));
        }
    }
}
