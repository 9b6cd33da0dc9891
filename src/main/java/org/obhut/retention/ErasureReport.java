package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.Statements;

/** What the erasure did lately, by number; for an administrator's page. */
@ApplicationScoped
public class ErasureReport {

    /** A run comes every hour; after this long something keeps it from coming. */
    private static final Duration LATE = Duration.ofHours(3);

    private static final Duration LATELY = Duration.ofDays(30);

    private final Statements statements;
    private final AuditTrail audit;
    private final Clock clock;

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureReport() {
        this(null, null, null);
    }

    @Inject
    ErasureReport(Statements statements, AuditTrail audit, Clock clock) {
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the last run began; empty before the first. */
    public Optional<Instant> lastRun() {
        return statements
                .list("SELECT last_run FROM retention_run", row -> row.getObject(1, OffsetDateTime.class))
                .stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** Whether the last run is so long ago that somebody should look into the log. */
    public boolean late() {
        return lastRun().filter(run -> run.plus(LATE).isBefore(clock.instant())).isPresent();
    }

    /** How many files of each kind ended within 30 days. */
    public Map<Kind, Long> lately() {
        Map<Kind, Long> numbers = new EnumMap<>(Kind.class);
        Instant since = clock.instant().minus(LATELY);
        for (Kind kind : Kind.values()) {
            numbers.put(kind, audit.sum(kind.act(), since));
        }
        return numbers;
    }
}
