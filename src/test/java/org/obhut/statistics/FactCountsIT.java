package org.obhut.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

class FactCountsIT {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final LocalTransactions transactions = new LocalTransactions(PostgreSql.database());
    private final Statements statements = new Statements(transactions.database());
    private final FactCounts counts = new FactCounts(statements, new SecureRandom());

    private void add(List<Fact> facts) {
        transactions.run(() -> {
            counts.add(facts);
            return null;
        });
    }

    private static Fact contact(YearMonth month, String channel) {
        return Fact.contact(month, Map.of(Answers.CHANNEL, List.of(channel)));
    }

    private Map<List<String>, Long> read(FactTable table, YearMonth first, YearMonth last) {
        Map<List<String>, Long> sums = new HashMap<>();
        counts.read(table, first, last).forEach(count -> sums.merge(count.cell(), count.number(), Long::sum));
        return sums;
    }

    @Test
    void countsGrowByMonthAndAreSummedOverAPeriod() {
        assertEquals(Optional.empty(), counts.earliest());
        add(List.of(contact(MARCH, "mail"), contact(MARCH, "mail"), contact(MARCH, "phone")));
        add(List.of(contact(MARCH, "mail"), contact(MARCH.plusMonths(2), "mail")));
        assertEquals(Map.of(List.of("mail"), 3L, List.of("phone"), 1L), read(FactTable.CONTACTS, MARCH, MARCH));
        assertEquals(
                Map.of(List.of("mail"), 4L, List.of("phone"), 1L),
                read(FactTable.CONTACTS, MARCH, MARCH.plusMonths(2)));
        assertEquals(Map.of(), read(FactTable.CONTACTS, MARCH.plusMonths(1), MARCH.plusMonths(1)));
        assertEquals(Optional.of(MARCH), counts.earliest());
        assertEquals(Optional.of(MARCH.plusMonths(2)), counts.latest());
    }

    @Test
    void everyRowIsWrittenAnewInAnotherOrder() {
        List<Fact> year = InventedYear.until(MARCH);
        add(year);
        List<String> before = rows("ctid");
        add(year.subList(0, 10));
        List<String> after = rows("ctid");
        assertEquals(before.size(), after.size());
        assertNotEquals(before, after);
        assertEquals(1, Set.copyOf(rows("ctid", "xmin::text")).size());
        long moved = 0;
        for (int i = 0; i < before.size(); i++) {
            moved += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        assertTrue(moved > before.size() * 0.9, moved + " of " + before.size() + " rows lie elsewhere");
    }

    private List<String> rows(String order) {
        return rows(order, "concat_ws(' ', report_table, month, first, second, third)");
    }

    private List<String> rows(String order, String column) {
        return statements.list("SELECT " + column + " FROM fact_count ORDER BY " + order, row -> row.getString(1));
    }
}
