package org.obhut.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.audit.Verdict.Broken;
import org.obhut.audit.Verdict.Fault;
import org.obhut.audit.Verdict.Intact;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.KeyStoreRefused;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** Whoever has the database alone can't change, leave out, add or cut off a line of the audit trail unseen. */
class AuditTrailIT {

    private static final UUID LEYLA = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID TEAM = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private Path folder;
    private DataSource database;
    private LocalTransactions transactions;
    private KeyStore keys;
    private Node node;

    /** What one server has; several share database and clock. */
    private static final class Node {

        final LocalTransactions transactions;
        final Statements statements;
        final TrailAnchor anchor;
        final AuditTrail trail;
        final AuditKeeping keeping;

        Node(LocalTransactions transactions, KeyStore keys, MovedClock clock) {
            this.transactions = transactions;
            statements = new Statements(transactions.database());
            anchor = new TrailAnchor(keys);
            trail = new AuditTrail(statements, clock, anchor);
            var clocks = new ClockGuard(clock, clock::instant, Optional.empty());
            keeping = new AuditKeeping(statements, clocks, clock, anchor, trail);
        }

        void add(Act act) {
            transactions.run(() -> {
                trail.add(act, LEYLA, TEAM);
                return null;
            });
        }

        Verdict check() {
            return transactions.run(keeping::check);
        }

        void expire() {
            transactions.run(() -> {
                keeping.expire();
                return null;
            });
        }
    }

    @BeforeEach
    void begin(@TempDir Path folder) {
        this.folder = folder;
        database = PostgreSql.database();
        transactions = new LocalTransactions(database);
        keys = KeyStoreFixture.keyStore(folder, clock);
        node = new Node(transactions, keys, clock);
        assertEquals(new Intact(0), node.check());
        node.add(Act.TEAM_FOUNDED);
        node.add(Act.MEMBER_ADMITTED);
        transactions.run(() -> {
            node.trail.count(Act.SIGN_INS_REFUSED, 3);
            return null;
        });
        node.add(Act.MEMBER_LEFT);
        assertEquals(new Intact(4), node.check());
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private void intruder(String sql) {
        new Statements(database).run(sql);
    }

    private void assertBroken(long position, Fault fault) {
        assertEquals(new Broken(position, fault), node.check());
    }

    @Test
    void eachLineNamesTheHashOfTheOneBefore() {
        List<AuditLine> lines = node.statements.list(AuditRows.SELECT + "ORDER BY position", AuditRows::line);
        for (int i = 1; i < lines.size(); i++) {
            assertEquals(
                    java.util.HexFormat.of().formatHex(lines.get(i - 1).hash()),
                    java.util.HexFormat.of().formatHex(lines.get(i).previous()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "act = 'SIGNED_IN'",
                "actor = subject",
                "subject = NULL",
                "number = 1",
                "previous = sha256('')",
                "code = sha256('')"
            })
    void aLineThatWasChangedIsSeen(String change) {
        intruder("UPDATE audit_line SET " + change + " WHERE position = 2");
        assertBroken(2, Fault.ALTERED);
    }

    @Test
    void aLineThatIsMissingInTheMiddleIsSeen() {
        intruder("DELETE FROM audit_line WHERE position = 2");
        assertBroken(2, Fault.MISSING);
    }

    @Test
    void closingTheGapBehindAMissingLineIsSeen() {
        intruder("DELETE FROM audit_line WHERE position = 2");
        intruder("UPDATE audit_line SET position = position - 1 WHERE position > 2");
        assertBroken(2, Fault.ALTERED);
    }

    @Test
    void aLineThatWasPutInIsSeen() {
        intruder("INSERT INTO audit_line SELECT at, 'SIGNED_IN', actor, subject, number, position + 1, previous, code"
                + " FROM audit_line WHERE position = 4");
        assertBroken(5, Fault.ALTERED);
    }

    @Test
    void theFirstLinesCanNotGoWithoutTheKeyStore() {
        intruder("DELETE FROM audit_line WHERE position < 3");
        assertBroken(1, Fault.MISSING);
        intruder("INSERT INTO audit_start (position, previous, code, last_run)"
                + " SELECT position, previous, code, at FROM audit_line WHERE position = 3");
        assertBroken(3, Fault.ALTERED);
    }

    @Test
    void anEndThatWasCutOffIsSeenAndTheNextLineDoesNotCoverItUp() {
        intruder("DELETE FROM audit_line WHERE position > 2");
        assertBroken(3, Fault.CUT_OFF);
        node.add(Act.SIGNED_IN);
        assertBroken(4, Fault.CUT_OFF);
        node.add(Act.SIGNED_IN);
        assertBroken(4, Fault.EXCHANGED);
        node.add(Act.SIGNED_IN);
        assertBroken(4, Fault.EXCHANGED);
    }

    @Test
    void aTrailThatIsGoneIsSeen() {
        intruder("DELETE FROM audit_line");
        assertBroken(1, Fault.CUT_OFF);
    }

    @Test
    void aChainThatWasWrittenAnewWithoutTheKeyIsSeen() {
        intruder("DELETE FROM audit_line");
        var anew = new Node(
                transactions,
                new KeyStore(
                        folder.resolve("other"),
                        Optional.empty(),
                        Optional.empty(),
                        new java.security.SecureRandom(),
                        clock),
                clock);
        for (int i = 0; i < 4; i++) {
            anew.add(Act.TEAM_FOUNDED);
        }
        assertEquals(new Intact(4), anew.check());
        assertBroken(1, Fault.ALTERED);
    }

    @Test
    void anAnchorThatWasWrittenAnewIsRefused() throws Exception {
        Path file = folder.resolve("trail");
        Files.writeString(file, Files.readString(file).replace("\n4 ", "\n2 "));
        assertThrows(KeyStoreRefused.class, () -> new TrailAnchor(keys));
    }

    @Test
    void aKeyStoreThatKnowsOfNoLineIsSeen() throws Exception {
        Files.delete(folder.resolve("trail"));
        assertEquals(new Broken(4, Fault.UNKNOWN), new Node(transactions, keys, clock).check());
    }

    @Test
    void severalLinesOfOneTransactionAndARestartKeepTheChain() {
        transactions.run(() -> {
            node.trail.add(Act.MEMBER_ADMITTED, LEYLA);
            node.trail.count(Act.SIGN_INS_REFUSED, LEYLA, TEAM, 2);
            node.trail.count(Act.SIGN_INS_REFUSED, LEYLA, 2);
            return null;
        });
        node = new Node(transactions, KeyStoreFixture.keyStore(folder, clock), clock);
        node.add(Act.MEMBER_LEFT);
        assertEquals(new Intact(8), node.check());
    }

    @Test
    void twoNodesAtOnceWriteOneChain() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try (var others = new LocalTransactions(database)) {
            var second = new Node(others, KeyStoreFixture.keyStore(folder.resolve("second"), clock), clock);
            Callable<Void> here = () -> written(node);
            Callable<Void> there = () -> written(second);
            for (var done : pool.invokeAll(List.of(here, there), 60, TimeUnit.SECONDS)) {
                done.get();
            }
            assertEquals(new Intact(44), node.check());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Void written(Node node) {
        for (int i = 0; i < 20; i++) {
            node.add(Act.SIGNED_IN);
        }
        return null;
    }

    @Test
    void linesOlderThanTwelveMonthsGoAndTheRestStaysProved() {
        node.expire();
        for (int month = 0; month < 11; month++) {
            clock.move(Duration.ofDays(1));
            node.expire();
        }
        assertEquals(new Intact(4), node.check());
        intruder("UPDATE audit_start SET last_run = last_run + interval '353 days'");
        clock.move(Duration.ofDays(353));
        node.add(Act.MEMBER_LEFT);
        node.expire();
        assertEquals(new Intact(5), node.check());
        clock.move(Duration.ofDays(2));
        node.expire();
        assertEquals(new Intact(1), node.check());
        assertEquals(List.of(5L), node.statements.list("SELECT position FROM audit_line", row -> row.getLong(1)));
        node.add(Act.SIGNED_IN);
        assertEquals(new Intact(2), node.check());
    }

    @Test
    void nothingGoesWhereTheClockJumps() {
        node.expire();
        clock.move(Duration.ofDays(800));
        assertThrows(org.obhut.platform.ClockDoubt.class, node::expire);
        assertEquals(new Intact(4), node.check());
    }

    @Test
    void afterARestoreTheTrailIsResumedAndSaysSo() {
        intruder("DELETE FROM audit_line WHERE position > 2");
        transactions.run(() -> {
            node.keeping.resume(LEYLA);
            return null;
        });
        assertEquals(new Intact(3), node.check());
        assertEquals(
                List.of("TRAIL_RESUMED"),
                node.statements.list("SELECT act FROM audit_line WHERE position = 3", row -> row.getString(1)));
    }

    @Test
    void aTrailWithAnAlteredLineIsNotResumed() {
        intruder("UPDATE audit_line SET act = 'SIGNED_IN' WHERE position = 2");
        transactions.run(() -> {
            node.keeping.resume(LEYLA);
            return null;
        });
        assertBroken(2, Fault.ALTERED);
    }

    @Test
    void theChainIsReadBesideARunningServer() throws Exception {
        try (var connection = database.getConnection()) {
            var beside = TrailAnchor.beside(folder, new java.security.SecureRandom());
            assertEquals(new Intact(4), new AuditCheck(beside).of(connection));
            assertThrows(IllegalStateException.class, () -> beside.set(1, new byte[32]));
        }
    }
}
