package org.obhut.statistics;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.Statements;

/** Facts that wait, and their move, on a real database with real keys. */
public final class StatisticsFixture {

    private final LocalTransactions transactions;
    private final StagedRows rows;
    private final ClockGuard clocks;
    private final AuditTrail audit;
    public final Statements statements;
    public final FactCounts counts;
    public final StagedFacts staged;

    public StatisticsFixture(LocalTransactions transactions, KeyStore keys, Clock clock) {
        SecureRandom random = new SecureRandom();
        this.transactions = transactions;
        statements = new Statements(transactions.database());
        rows = new StagedRows(statements, new OperatingSecrets(keys, random, clock), random);
        staged = new StagedFacts(rows);
        counts = new FactCounts(statements, random);
        clocks = new ClockGuard(clock, clock::instant, Optional.empty());
        audit = new AuditTrail(statements, clock, new TrailAnchor(keys));
    }

    public static StagedFacts staged(Statements statements, OperatingSecrets secrets, SecureRandom random) {
        return new StagedFacts(new StagedRows(statements, secrets, random));
    }

    /** The facts that wait, opened as the monthly move does it, in no order. */
    public List<Fact> waiting() {
        return rows.all().stream()
                .map(row -> Objects.requireNonNull(row.content()).fact())
                .toList();
    }

    /** The same, of one kind. */
    public List<Fact> waiting(Fact.Kind kind) {
        return waiting().stream().filter(fact -> fact.kind() == kind).toList();
    }

    /** Stages facts in one transaction. */
    void stage(List<Fact> facts) {
        transactions.run(() -> {
            facts.forEach(staged::stage);
            return true;
        });
    }

    /** As if the job had run then. */
    public void runBefore(Instant moment) {
        statements.run("INSERT INTO fact_move (last_run) VALUES (?)", moment.atOffset(ZoneOffset.UTC));
    }

    public FactMove move() {
        return move(counts);
    }

    FactMove move(FactCounts into) {
        return new FactMove(
                new FactBatches(rows, into, statements, clocks, audit) {
                    @Override
                    Optional<YearMonth> begin() {
                        return transactions.run(super::begin);
                    }

                    @Override
                    int move(YearMonth now) {
                        return transactions.run(() -> super.move(now));
                    }

                    @Override
                    int mix() {
                        return transactions.run(super::mix);
                    }
                },
                statements);
    }

    /** The sum of a table over all months. */
    public long sum(FactTable table) {
        return statements
                .list(
                        "SELECT coalesce(sum(number), 0) FROM fact_count WHERE report_table = ?",
                        row -> row.getLong(1),
                        table.key())
                .get(0);
    }
}
