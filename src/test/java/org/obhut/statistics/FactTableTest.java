package org.obhut.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;

class FactTableTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final CodeLists lists = new CodeLists();

    private static Map<FactTable, List<List<String>>> cells(Fact fact) {
        Map<FactTable, List<List<String>>> cells = new EnumMap<>(FactTable.class);
        for (FactTable table : FactTable.values()) {
            if (!table.cells(fact).isEmpty()) {
                cells.put(table, table.cells(fact));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @EnumSource
    void aTableHasOneToThreeAttributesEachOfACodeList(FactTable table) {
        assertFalse(table.attributes().isEmpty());
        assertTrue(table.attributes().size() <= FactTable.MOST);
        table.attributes()
                .forEach(name ->
                        assertFalse(lists.list(FactTable.list(name)).codes().isEmpty()));
        assertEquals(table, FactTable.of(table.key()));
    }

    @Test
    void whatDescribesAPersonNeverStandsTogether() {
        Set<String> ofPeople = Set.of(Answers.WHO, Answers.GENDER, Answers.AGE_BAND, Answers.ORIGIN, Answers.REGION);
        for (FactTable table : FactTable.values()) {
            assertTrue(table.attributes().stream().filter(ofPeople::contains).count() <= 1, table.key());
        }
    }

    @Test
    void aMailOfWhichNothingIsKnownStillCounts() {
        Map<FactTable, List<List<String>>> cells = cells(Fact.contact(MARCH, Map.of(Answers.CHANNEL, List.of("mail"))));
        assertEquals(
                Map.of(
                        FactTable.CONTACTS, List.of(List.of("mail")),
                        FactTable.NEW_AND_REPEAT, List.of(List.of("unknown")),
                        FactTable.LANGUAGES, List.of(List.of("und", "mail")),
                        FactTable.INTERPRETING, List.of(List.of("no"))),
                cells);
    }

    @Test
    void aCaseCountsUnderEachOfItsTopics() {
        Fact fact = Fact.ended(
                MARCH, Map.of(Answers.TOPICS, List.of("tax", "housing"), Answers.FAILED_REFERRAL, List.of("shelter")));
        Map<FactTable, List<List<String>>> cells = cells(fact);
        assertEquals(List.of(List.of("tax"), List.of("housing")), cells.get(FactTable.TOPICS));
        assertEquals(List.of(List.of("shelter")), cells.get(FactTable.FAILED_REFERRALS));
        assertFalse(cells.containsKey(FactTable.REFERRALS));
        assertFalse(cells.containsKey(FactTable.CONTACTS));
    }

    @Test
    void whereNobodyWasCounselledOnlyTheirOwnTableCounts() {
        Fact fact = Fact.contact(MARCH, Map.of(Answers.CHANNEL, List.of("phone"), Answers.KIND, List.of("silent")));
        assertEquals(Map.of(FactTable.NON_COUNSELLING, List.of(List.of("silent", "phone"))), cells(fact));
        assertEquals(
                Map.of(),
                cells(Fact.ended(MARCH, Map.of(Answers.KIND, List.of("spam"), Answers.TOPICS, List.of("tax")))));
    }

    @Test
    void kindsWithoutCounsellingAreInTheirList() {
        CodeList kinds = lists.list(CodeLists.Name.KIND);
        NonCounselling.KINDS.forEach(key -> assertTrue(kinds.find(key).isPresent(), key));
        NonCounselling.KINDS.forEach(key -> assertTrue(CodeLists.Name.KIND.needs(key), key + " can't be retired"));
    }

    @Test
    void theInventedYearHasAboutFourThousandContactsInEveryTableAndKnowsTheCodeLists() {
        List<Fact> year = InventedYear.until(MARCH);
        long contacts =
                year.stream().filter(fact -> fact.kind() == Fact.Kind.CONTACT).count();
        assertEquals(3960, contacts);
        assertEquals(12, year.stream().map(Fact::month).distinct().count());
        assertEquals(year, InventedYear.until(MARCH));
        Tally tally = new Tally();
        year.forEach(tally::add);
        List<FactCount> counts = tally.shuffled(new Random(1));
        assertEquals(
                Set.of(FactTable.values()),
                Set.copyOf(counts.stream().map(FactCount::table).toList()));
        for (FactCount count : counts) {
            for (int i = 0; i < count.cell().size(); i++) {
                String key = count.cell().get(i);
                CodeList list =
                        lists.list(FactTable.list(count.table().attributes().get(i)));
                assertTrue(key.equals(Answers.UNKNOWN) || list.find(key).isPresent(), list.name() + " " + key);
            }
        }
    }
}
