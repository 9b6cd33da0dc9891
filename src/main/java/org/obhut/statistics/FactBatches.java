package org.obhut.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Statements;
import org.obhut.platform.WorkingHours;

/** The steps of {@link FactMove}; each method is one transaction, so that a fact is either staged or counted, wherever it stops. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class FactBatches {

    /** Fewer than these wait for more: a copy before and one after must not show a single person's answers. */
    static final int LEAST = 10;

    static final int MOST = 500;

    private final StagedRows rows;
    private final FactCounts counts;
    private final Statements statements;
    private final ClockGuard clocks;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FactBatches() {
        this(null, null, null, null, null);
    }

    @Inject
    FactBatches(StagedRows rows, FactCounts counts, Statements statements, ClockGuard clocks, AuditTrail audit) {
        this.rows = rows;
        this.counts = counts;
        this.statements = statements;
        this.clocks = clocks;
        this.audit = audit;
    }

    /**
     * The month that has not ended; the very first run only begins to keep the time.
     *
     * @throws ClockDoubt where the clocks disagree
     */
    Optional<YearMonth> begin() {
        List<Instant> last = statements.list(
                "SELECT last_run FROM fact_move FOR UPDATE",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
        if (last.isEmpty()) {
            statements.run("INSERT INTO fact_move (last_run) VALUES (clock_timestamp())");
            return Optional.empty();
        }
        Instant now = clocks.agreed(last.get(0));
        statements.run("UPDATE fact_move SET last_run = ?", now.atOffset(ZoneOffset.UTC));
        return Optional.of(YearMonth.from(now.atZone(WorkingHours.ZONE)));
    }

    /** Moves facts of the months before this one, between 10 and about 500 of them; returns how many, 0 where there are too few. */
    int move(YearMonth now) {
        rows.exclude();
        List<StagedRows.Row> ended = rows.all().stream()
                .filter(row ->
                        row.content() != null && row.content().fact().month().isBefore(now))
                .toList();
        if (ended.size() < LEAST) {
            return 0;
        }
        List<StagedRows.Row> batch = ended.size() < MOST + LEAST ? ended : ended.subList(0, MOST);
        rows.remove(batch);
        counts.add(batch.stream()
                .map(row -> Objects.requireNonNull(row.content()).fact())
                .toList());
        audit.count(Act.FACTS_MOVED, batch.size());
        return batch.size();
    }

    /** Mixes what waits; returns how many rows there are. */
    int mix() {
        rows.exclude();
        return rows.mix();
    }
}
