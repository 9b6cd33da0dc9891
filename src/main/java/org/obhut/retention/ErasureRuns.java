package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Statements;

/** How a run begins and ends; each method is one transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ErasureRuns {

    private final Statements statements;
    private final ClockGuard clocks;
    private final List<DatedRows> dated;
    private final ErasureCounts counts;
    private final AuditTrail audit;

    @Inject
    public ErasureRuns(
            Statements statements,
            ClockGuard clocks,
            @Any Instance<DatedRows> dated,
            ErasureCounts counts,
            AuditTrail audit) {
        this(statements, clocks, dated.stream().toList(), counts, audit);
    }

    ErasureRuns(
            Statements statements, ClockGuard clocks, List<DatedRows> dated, ErasureCounts counts, AuditTrail audit) {
        this.statements = statements;
        this.clocks = clocks;
        this.dated = dated;
        this.counts = counts;
        this.audit = audit;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureRuns() {
        this(null, null, List.of(), null, null);
    }

    /**
     * The day that what is due has come by; the very first run only begins to keep the time.
     *
     * @throws ClockDoubt where the clocks disagree
     */
    Optional<LocalDate> begin() {
        List<Instant> last = statements.list(
                "SELECT last_run FROM retention_run FOR UPDATE",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
        if (last.isEmpty()) {
            statements.run("INSERT INTO retention_run (last_run) VALUES (clock_timestamp())");
            return Optional.empty();
        }
        OffsetDateTime now = clocks.agreed(last.get(0)).atOffset(ZoneOffset.UTC);
        statements.run("UPDATE retention_run SET last_run = ?", now);
        return Optional.of(now.toLocalDate());
    }

    /** Ends rows that belong to no file. */
    void dated(LocalDate day) {
        dated.forEach(rows -> rows.erase(day));
    }

    /** Puts what was erased, and not told yet, into the audit trail. */
    Map<Kind, Long> tell() {
        Map<Kind, Long> erased = counts.take();
        erased.forEach((kind, number) -> audit.count(kind.act(), number));
        return erased;
    }
}
