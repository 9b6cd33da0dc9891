package org.obhut.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.statistics.FactCount;
import org.obhut.statistics.FactTable;

/** What is published of a quarter's true counts: which tables, by which keys, and in which of three rows each is rounded. */
final class Published {

    static final String CONTACTS = "contacts";
    static final String LANGUAGES = "languages";
    static final String NEW_AND_REPEAT = "new-and-repeat";
    static final String NON_COUNSELLING = "non-counselling";
    static final String WHO = "who";
    static final String REGIONS = "regions";
    static final String TOPICS = "topics";
    static final String REFERRALS = "referrals";
    static final String FAILED_REFERRALS = "failed-referrals";
    static final String FIRST_ANSWERS = "first-answers";

    /** The keys of the tables of a report, in its order; failed referrals stand in the one of referrals. */
    static final List<String> TABLES = List.of(
            CONTACTS, NEW_AND_REPEAT, WHO, TOPICS, LANGUAGES, REGIONS, REFERRALS, FIRST_ANSWERS, NON_COUNSELLING);

    /** Tables in which a case may be counted several times. */
    static final List<String> MENTIONS = List.of(TOPICS, REFERRALS, FAILED_REFERRALS);

    /** The stored tables that it reads. */
    static final List<FactTable> READ = List.of(
            FactTable.CONTACTS,
            FactTable.LANGUAGES,
            FactTable.NEW_AND_REPEAT,
            FactTable.NON_COUNSELLING,
            FactTable.WHO,
            FactTable.REGIONS,
            FactTable.TOPICS,
            FactTable.REFERRALS,
            FactTable.FAILED_REFERRALS,
            FactTable.FIRST_ANSWERS);

    private static final String CASES = "cases";

    private final Map<String, Map<List<String>, Long>> counts;
    private final SmallCells rounding;
    private final CodeList regions;

    private Published(Map<String, Map<List<String>, Long>> counts, SmallCells rounding, CodeList regions) {
        this.counts = counts;
        this.rounding = rounding;
        this.regions = regions;
    }

    /**
     * The counts of a quarter as they may be seen.
     *
     * @param counts the true ones, as {@link #cells} gives them
     * @param rounding of this quarter
     */
    static Numbers rounded(Map<String, Map<List<String>, Long>> counts, SmallCells rounding, CodeList regions) {
        return new Published(counts, rounding, regions).numbers();
    }

    private Numbers numbers() {
        Map<String, Map<List<String>, Integer>> tables = new HashMap<>();
        tables.put(CONTACTS, whole(CONTACTS, CONTACTS, Published::first));
        tables.put(LANGUAGES, whole(CONTACTS, LANGUAGES, Published::first));
        tables.put(NEW_AND_REPEAT, whole(CONTACTS, NEW_AND_REPEAT, Published::first));
        tables.put(NON_COUNSELLING, whole(NON_COUNSELLING, NON_COUNSELLING, Published::first));
        tables.put(WHO, whole(CASES, WHO, Published::first));
        tables.put(REGIONS, whole(CASES, REGIONS, cell -> district(regions, cell)));
        long cases = of(WHO).values().stream().mapToLong(Long::longValue).sum();
        for (String table : MENTIONS) {
            tables.put(table, rounding.mentions(CASES, cases, table, of(table)));
        }
        tables.put(FIRST_ANSWERS, rounding.part(CASES, cases, FIRST_ANSWERS, of(FIRST_ANSWERS)));
        return new Numbers(tables);
    }

    private Map<List<String>, Integer> whole(String row, String table, Function<List<String>, String> group) {
        return rounding.whole(row, table, of(table), group);
    }

    private Map<List<String>, Long> of(String table) {
        return counts.getOrDefault(table, Map.of());
    }

    /** The true counts of a quarter by the published tables, with the keys of their cells. */
    static Map<String, Map<List<String>, Long>> cells(List<FactCount> counts) {
        Map<String, Map<List<String>, Long>> tables = new HashMap<>();
        for (FactCount count : counts) {
            List<String> keys = count.cell();
            switch (count.table()) {
                case CONTACTS ->
                    add(tables, CONTACTS, count, keys.get(0), count.month().toString());
                case LANGUAGES -> add(tables, LANGUAGES, count, keys.get(1), keys.get(0));
                case NEW_AND_REPEAT -> add(tables, NEW_AND_REPEAT, count, keys.get(0));
                case NON_COUNSELLING -> add(tables, NON_COUNSELLING, count, keys.get(0));
                case WHO -> add(tables, WHO, count, keys.get(0));
                case REGIONS -> add(tables, REGIONS, count, keys.get(0));
                case TOPICS -> add(tables, TOPICS, count, keys.get(0));
                case REFERRALS -> add(tables, REFERRALS, count, keys.get(0));
                case FAILED_REFERRALS -> add(tables, FAILED_REFERRALS, count, keys.get(0));
                case FIRST_ANSWERS -> add(tables, FIRST_ANSWERS, count, keys.get(0));
                // Kept for later reports, published by none.
                default -> {}
            }
        }
        return tables;
    }

    private static void add(
            Map<String, Map<List<String>, Long>> tables, String table, FactCount count, String... cell) {
        tables.computeIfAbsent(table, key -> new HashMap<>()).merge(List.of(cell), count.number(), Long::sum);
    }

    private static String first(List<String> cell) {
        return cell.get(0);
    }

    /** The district that a region is in, else the region itself. */
    static String district(CodeList regions, List<String> cell) {
        String region = cell.get(0);
        return regions.find(region).map(Code::group).orElse(region);
    }
}
