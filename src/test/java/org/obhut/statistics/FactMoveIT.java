package org.obhut.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;

/** What becomes of facts that wait, on a real database with real keys. It is March 2026. */
class FactMoveIT {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private LocalTransactions transactions;
    private StatisticsFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        transactions = new LocalTransactions(PostgreSql.database());
        fixture = new StatisticsFixture(transactions, KeyStoreFixture.keyStore(keys, clock), clock);
        fixture.runBefore(clock.instant());
    }

    @AfterEach
    void stop() {
        transactions.close();
    }

    private static List<Fact> contacts(YearMonth month, int number) {
        return Collections.nCopies(number, Fact.contact(month, Map.of(Answers.CHANNEL, List.of("mail"))));
    }

    private long moved() {
        return fixture.sum(FactTable.CONTACTS);
    }

    @Test
    void factsOfEndedMonthsMoveInBatchesOfAtLeastTenAndAllOthersWait() {
        fixture.stage(contacts(FEBRUARY, 9));
        fixture.stage(contacts(MARCH, 12));
        fixture.move().run();
        assertEquals(0, moved(), "nine are too few");
        assertEquals(21, fixture.waiting().size());

        fixture.stage(contacts(FEBRUARY.minusMonths(1), 1));
        fixture.move().run();
        assertEquals(10, moved());
        assertEquals(contacts(MARCH, 12), fixture.waiting());
        assertEquals(
                List.of(10L),
                fixture.statements.list(
                        "SELECT number FROM audit_line WHERE act = 'FACTS_MOVED'", row -> row.getLong(1)));
        fixture.move().run();
        assertEquals(10, moved(), "a second run counts nothing twice");
    }

    @Test
    void aRunThatIsKilledInItsMidstIsResumedAndNothingIsLostOrCountedTwice() {
        fixture.stage(contacts(FEBRUARY, FactBatches.MOST + FactBatches.LEAST + 4));
        FactCounts killed = new FactCounts(fixture.statements, new SecureRandom()) {
            private int batches;

            @Override
            void add(Iterable<Fact> facts) {
                super.add(facts);
                batches++;
                if (batches == 2) {
                    throw new IllegalStateException("killed after the counts were written");
                }
            }
        };
        fixture.move(killed).run();
        assertEquals(FactBatches.MOST, moved(), "the first batch is committed, the second is not");
        assertEquals(FactBatches.LEAST + 4, fixture.waiting().size());

        fixture.move().run();
        assertEquals(FactBatches.MOST + FactBatches.LEAST + 4, moved());
        assertEquals(0, fixture.waiting().size());
    }

    @Test
    void noBatchIsSoSmallThatItTellsOfOne() {
        fixture.stage(contacts(FEBRUARY, FactBatches.MOST + 3));
        fixture.move().run();
        assertEquals(FactBatches.MOST + 3, moved());
        assertEquals(
                List.of((long) FactBatches.MOST + 3),
                fixture.statements.list(
                        "SELECT number FROM audit_line WHERE act = 'FACTS_MOVED'", row -> row.getLong(1)));
    }

    @Test
    void whereClocksDisagreeNothingMoves() {
        fixture.stage(contacts(FEBRUARY, 20));
        clock.move(Duration.ofDays(3));
        fixture.move().run();
        assertEquals(0, moved());
        assertEquals(20, fixture.waiting().size());
    }

    @Test
    void aRowThatDoesNotOpenKeepsNoOtherAndStays() {
        fixture.stage(contacts(FEBRUARY, 10));
        fixture.statements.run("INSERT INTO fact_staged (sealed) VALUES (?)", new byte[1100]);
        fixture.move().run();
        assertEquals(10, moved());
        assertEquals(
                1,
                fixture.statements.list("SELECT 1 FROM fact_staged", row -> 1).size());
    }

    /** Rows of different transactions, by which each would lead to the mail it counts, are of one and elsewhere. */
    @Test
    void whatWaitsIsMixedAndWhatStoodThereBeforeIsInNoFile() throws IOException {
        contacts(MARCH, 60).forEach(fact -> fixture.stage(List.of(fact)));
        List<String> before = column("encode(sealed, 'hex')");
        assertEquals(60, Set.copyOf(column("xmin::text")).size());
        checkpoint();
        assertTrue(holds("fact_staged", before.get(0)), "the search finds what is there");

        fixture.move().run();
        List<String> after = column("encode(sealed, 'hex')");
        assertEquals(60, after.size());
        assertEquals(1, Set.copyOf(column("xmin::text")).size());
        assertTrue(Collections.disjoint(before, after), "a copy of before and one of after have no row in common");
        checkpoint();
        for (String sealed : before) {
            assertFalse(holds("fact_staged", sealed));
        }
        assertEquals(contacts(MARCH, 60), fixture.waiting());
    }

    @Test
    void aFactIsTakenBackWhileItWaitsAndNotAfterItMoved() {
        fixture.stage(contacts(FEBRUARY, 9));
        FactHandle handle = transactions.run(
                () -> fixture.staged.stage(contacts(FEBRUARY, 1).get(0)));
        FactHandle early =
                transactions.run(() -> fixture.staged.stage(contacts(MARCH, 1).get(0)));
        fixture.move().run();
        assertFalse(transactions.run(() -> fixture.staged.withdraw(handle)));
        assertTrue(transactions.run(() -> fixture.staged.withdraw(early)), "mixing leaves the handle");
        assertFalse(transactions.run(() -> fixture.staged.withdraw(early)));
        assertEquals(0, fixture.waiting().size());
    }

    @Test
    void anAmendedFactKeepsItsHandle() {
        FactHandle handle =
                transactions.run(() -> fixture.staged.stage(contacts(MARCH, 1).get(0)));
        transactions.run(() -> {
            fixture.staged.amend(Set.of(handle), fact -> fact.with(Answers.KIND, List.of("spam")));
            return true;
        });
        assertEquals(List.of("spam"), fixture.waiting().get(0).answers().get(Answers.KIND));
        assertTrue(transactions.run(() -> fixture.staged.withdraw(handle)));
    }

    private List<String> column(String column) {
        return fixture.statements.list("SELECT " + column + " FROM fact_staged ORDER BY ctid", row -> row.getString(1));
    }

    private void checkpoint() {
        fixture.statements.run("CHECKPOINT");
    }

    private boolean holds(String table, String hex) throws IOException {
        String path = fixture.statements
                .list(
                        "SELECT current_setting('data_directory') || '/' || pg_relation_filepath(?)",
                        row -> row.getString(1),
                        table)
                .get(0);
        String file = new String(Files.readAllBytes(Path.of(path)), StandardCharsets.ISO_8859_1);
        byte[] sealed = HexFormat.of().parseHex(hex);
        return file.contains(new String(sealed, StandardCharsets.ISO_8859_1));
    }
}
