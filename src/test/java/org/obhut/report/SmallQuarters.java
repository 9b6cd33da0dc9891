package org.obhut.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Quarters in which hardly anything happened, drawn so that tables of one row have the same sums. */
final class SmallQuarters {

    private SmallQuarters() {}

    /** @param most contacts of a channel, and cases */
    static Map<String, Map<List<String>, Long>> draw(Random random, int most) {
        Map<String, Map<List<String>, Long>> counts = new HashMap<>();
        int contacts = 0;
        for (String channel : List.of("mail", "phone")) {
            int number = random.nextInt(most + 1);
            contacts += number;
            spread(random, number, counts, Published.CONTACTS, 3, channel, "month");
            spread(random, number, counts, Published.LANGUAGES, 1 + random.nextInt(4), channel, "language");
        }
        spread(random, contacts, counts, Published.NEW_AND_REPEAT, 2, "history");
        int cases = random.nextInt(most + 1);
        spread(random, cases, counts, Published.WHO, 1 + random.nextInt(4), "who");
        spread(random, cases, counts, Published.REGIONS, 1 + random.nextInt(5), "region");
        spread(random, random.nextInt(cases + 1), counts, Published.FIRST_ANSWERS, 3, "band");
        for (String table : Published.MENTIONS) {
            counts.put(table, new HashMap<>());
            for (int i = 0; i < 3; i++) {
                counts.get(table).put(List.of("code" + i), (long) random.nextInt(cases + 1));
            }
        }
        spread(random, random.nextInt(most), counts, Published.NON_COUNSELLING, 3, "kind");
        return counts;
    }

    /** Puts a number into so many cells, which all are there, if only with 0. */
    private static void spread(
            Random random,
            int number,
            Map<String, Map<List<String>, Long>> counts,
            String table,
            int cells,
            String... names) {
        Map<List<String>, Long> table1 = counts.computeIfAbsent(table, key -> new HashMap<>());
        for (int i = 0; i < cells; i++) {
            table1.put(cell(names, i), 0L);
        }
        for (int i = 0; i < number; i++) {
            table1.merge(cell(names, random.nextInt(cells)), 1L, Long::sum);
        }
    }

    private static List<String> cell(String[] names, int i) {
        String last = names[names.length - 1] + i;
        return names.length == 1 ? List.of(last) : List.of(names[0], last);
    }
}
