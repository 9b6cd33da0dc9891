package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.DatabaseCopy;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactTable;
import org.obhut.statistics.StatisticsFixture;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Status;

/**
 * Two copies of the database with known calls and closings between them: what has become more is a number, and nothing else in the
 * tables of facts, of what PostgreSQL itself notes of a row included, leads to one of these calls and closings. Each copy is made after the
 * hourly run; until then the transaction of a staged row is that of what it counts (ADR 45).
 */
class TwoCopiesIT {

    private static final Set<String> FACTS = Set.of("fact_staged", "fact_count", "fact_move");

    private static final List<String> LANGUAGES =
            List.of("ro", "bg", "es", "en", "hu", "pl", "ru", "fr", "it", "tr", "uk", "sq");

    private CallFixture calls;
    private DeskFixture fixture;
    private OperatingSecrets secrets;
    private StatisticsFixture statistics;

    @BeforeEach
    void start(@TempDir Path keys) {
        calls = new CallFixture(keys);
        fixture = calls.desk;
        secrets = new OperatingSecrets(fixture.keys, fixture.random, fixture.clock);
        statistics = new StatisticsFixture(fixture.transactions, fixture.keys, fixture.clock);
        statistics.runBefore(fixture.clock.instant());
        fixture.transactions.run(() -> {
            DemoCounts.add(statistics.counts, YearMonth.of(2026, 2));
            return true;
        });
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    private LoggedCall call(String ticket, String language) {
        return calls.log(
                fixture.anna, Calls.call("counselling", ticket, null, null, null, List.of("debts"), language, null));
    }

    private void close(UUID ticket) {
        fixture.transactions.run(() -> {
            long version = fixture.desk().open(fixture.leyla, ticket).row().version();
            fixture.desk().status(fixture.leyla, ticket, Status.CLOSED, version);
            return true;
        });
    }

    private DatabaseCopy copyAfterTheHour() {
        statistics.move().run();
        return DatabaseCopy.of(fixture.statements);
    }

    /** What the waiting facts of a copy say, in the order in which they lie there. */
    private List<JsonObject> opened(DatabaseCopy copy) {
        return copy.rows("fact_staged").stream()
                .map(row -> secrets.openFact(row.bytes()))
                .map(fact -> Json.createReader(new ByteArrayInputStream(fact)).readObject())
                .toList();
    }

    private static List<String> languages(List<JsonObject> facts) {
        return facts.stream()
                .filter(fact -> fact.getString("fact").equals("contact"))
                .map(fact ->
                        fact.getJsonObject("answers").getJsonArray("language").getString(0))
                .toList();
    }

    @Test
    void aDayOfCallsAndClosingsIsANumberOfRowsThatLeadNowhere() {
        UUID first = Objects.requireNonNull(call("new", "de").ticket());
        UUID second = Objects.requireNonNull(call("new", "de").ticket());
        DatabaseCopy morning = copyAfterTheHour();

        for (String language : LANGUAGES) {
            call("none", language);
        }
        close(first);
        close(second);
        call("new", "de");
        DatabaseCopy evening = copyAfterTheHour();

        assertEquals(FACTS, evening.tables("fact"));
        assertEquals(morning.rows("fact_count"), evening.rows("fact_count"), "nothing is counted yet");
        List<DatabaseCopy.Row> before = morning.rows("fact_staged");
        List<DatabaseCopy.Row> after = evening.rows("fact_staged");
        // A call without a ticket is a contact and a case; a closing is a case; a call with one is a contact.
        assertEquals(before.size() + LANGUAGES.size() * 2 + 2 + 1, after.size());
        assertLeadsNowhere(evening);
        assertTrue(
                Collections.disjoint(
                        before.stream().map(DatabaseCopy.Row::text).toList(),
                        after.stream().map(DatabaseCopy.Row::text).toList()),
                "a row of the morning is found again in the evening");
        assertEquals(
                1, after.stream().map(row -> row.text().length()).distinct().count(), "rows are told apart by size");

        List<JsonObject> facts = opened(evening);
        List<String> lying = new ArrayList<>(languages(facts));
        lying.removeIf(language -> language.equals("de"));
        assertEquals(new TreeSet<>(LANGUAGES), new TreeSet<>(lying));
        assertNotEquals(LANGUAGES, lying, "they lie as they came");
        for (JsonObject fact : facts) {
            assertEquals(Set.of("v", "fact", "month", "answers", "handle"), fact.keySet());
            assertEquals("2026-03", fact.getString("month"));
            assertFalse(evening.holds(fact.getString("handle")), "a handle stands in clear");
        }
        System.out.printf(
                "a day: %d tables, %d rows of which %d are new or changed, %d of them staged facts; sequences %s%n",
                evening.tables("").size(),
                evening.size(),
                evening.since(morning).size(),
                after.size(),
                evening.sequences());
    }

    /** One alone has no others among which it could hide, but the transaction of the call that it counts must not be its own. */
    @Test
    void asLittleDoesASingleCall() {
        call("new", "ro");
        DatabaseCopy evening = copyAfterTheHour();
        assertEquals(1, evening.rows("fact_staged").size());
        assertLeadsNowhere(evening);
    }

    @Test
    void aMonthThatMovesIsAGrowthOfNumbersWrittenAtOnceInAnotherOrder() {
        for (String language : LANGUAGES) {
            call("none", language);
            close(Objects.requireNonNull(call("new", language).ticket()));
        }
        DatabaseCopy before = copyAfterTheHour();
        for (int day = 0;
                before.rows("fact_count")
                        .equals(DatabaseCopy.of(fixture.statements).rows("fact_count"));
                day++) {
            assertTrue(day < 31, "nothing moved in a month");
            fixture.clock.move(Duration.ofDays(1));
            statistics.move().run();
        }
        DatabaseCopy after = DatabaseCopy.of(fixture.statements);

        Map<String, Long> grown = new TreeMap<>(counts(after));
        counts(before).forEach((cell, number) -> grown.merge(cell, -number, Long::sum));
        assertTrue(grown.values().stream().allMatch(growth -> growth >= 0));
        long contacts = grown.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(FactTable.CONTACTS.key() + ' '))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertEquals(LANGUAGES.size() * 2, contacts);
        assertEquals(0, after.rows("fact_staged").size());
        assertLeadsNowhere(after);

        List<String> order =
                after.rows("fact_count").stream().map(TwoCopiesIT::cell).toList();
        List<String> earlier =
                before.rows("fact_count").stream().map(TwoCopiesIT::cell).toList();
        List<Integer> places = new ArrayList<>();
        long kept = 0;
        for (int i = 0; i < order.size(); i++) {
            if (grown.get(order.get(i)) > 0) {
                places.add(i);
            }
            kept += i < earlier.size() && order.get(i).equals(earlier.get(i)) ? 1 : 0;
        }
        assertTrue(places.get(places.size() - 1) - places.get(0) > places.size() * 2, "those that grew lie together");
        assertTrue(kept < order.size() / 10, kept + " of " + order.size() + " counts lie where they lay");
        System.out.printf(
                "a month: %d counts, %d have grown, %d lie where they lay%n", order.size(), places.size(), kept);
    }

    /** No transaction of a fact's row wrote anything but facts, the time of the job and the number in the audit trail; no row has an id. */
    private void assertLeadsNowhere(DatabaseCopy copy) {
        for (String table : List.of("fact_staged", "fact_count")) {
            Set<String> transactions = copy.transactions(table);
            assertTrue(transactions.size() <= 1, table + " shows which rows are new: " + transactions);
            Set<String> others = new TreeSet<>(copy.tablesOf(transactions));
            others.removeAll(FACTS);
            others.remove("audit_line");
            assertEquals(Set.of(), others, table + " leads to what was written with it");
        }
        assertEquals(
                Set.of(
                        "fact_staged.sealed bytea",
                        "fact_count.report_table text",
                        "fact_count.month date",
                        "fact_count.first text",
                        "fact_count.second text",
                        "fact_count.third text",
                        "fact_count.number bigint",
                        "fact_move.one boolean",
                        "fact_move.last_run timestamp with time zone"),
                copy.columns(FACTS));
        assertEquals(Set.of(), copy.sequencesOf(FACTS));
    }

    private static String cell(DatabaseCopy.Row row) {
        return row.text().replaceAll(",\\d+\\)$", "").replaceAll("[(\"]", "").replace(',', ' ');
    }

    private static Map<String, Long> counts(DatabaseCopy copy) {
        Map<String, Long> counts = new TreeMap<>();
        copy.rows("fact_count")
                .forEach(row -> counts.put(cell(row), Long.valueOf(row.text().replaceAll(".*,(\\d+)\\)$", "$1"))));
        return counts;
    }
}
