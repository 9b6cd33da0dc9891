package org.obhut.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.EpochChanged;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Statements;

/** Keeps the trail: 12 months of it, with what the key store does by itself, and resumed after a part of it was lost. */
@ApplicationScoped
@Transactional
public class AuditKeeping {

    static final Period KEPT = Period.ofMonths(12);

    /** The end of the trail is not the one that the key store knows. */
    private static final Set<Verdict.Fault> LOST =
            EnumSet.of(Verdict.Fault.CUT_OFF, Verdict.Fault.EXCHANGED, Verdict.Fault.UNKNOWN);

    private final Statements statements;
    private final ClockGuard clocks;
    private final Clock clock;
    private final TrailAnchor anchor;
    private final AuditTrail trail;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditKeeping() {
        this(null, null, null, null, null);
    }

    @Inject
    public AuditKeeping(Statements statements, ClockGuard clocks, Clock clock, TrailAnchor anchor, AuditTrail trail) {
        this.statements = statements;
        this.clocks = clocks;
        this.clock = clock;
        this.anchor = anchor;
        this.trail = trail;
    }

    /** Reads the whole chain. */
    public Verdict check() {
        return statements.on(new AuditCheck(anchor)::of);
    }

    /**
     * Removes what is older than 12 months; the chain then begins at a place that the key store's key vouches for.
     *
     * @throws ClockDoubt where the clocks disagree; nothing is removed then
     */
    void expire() {
        statements.on(this::expire);
    }

    private boolean expire(Connection connection) throws SQLException {
        var rows = new AuditRows(connection);
        rows.lock();
        Optional<AuditStart> start = rows.start();
        if (start.isEmpty()) {
            // The first run only begins to keep the time.
            rows.put(begun(1, AuditLine.NONE, clock.instant()));
            return false;
        }
        Instant now = clocks.agreed(start.get().lastRun());
        Instant oldest = now.atOffset(ZoneOffset.UTC).minus(KEPT).toInstant();
        Optional<AuditLine> last = rows.lastBefore(oldest);
        if (last.isEmpty()) {
            rows.put(begun(start.get().position(), start.get().previous(), now));
        } else {
            rows.removeThrough(last.get().position());
            rows.put(begun(last.get().position() + 1, last.get().hash(), now));
        }
        return last.isPresent();
    }

    /**
     * Goes on after lines at the end were lost, as after a restore; the line that this adds says so for 12 months. Nothing where
     * the trail is whole, or where a line was altered: that stays broken as long as the line is kept.
     */
    public void resume(UUID administrator) {
        if (check() instanceof Verdict.Broken broken && LOST.contains(broken.fault())) {
            trail.add(Act.TRAIL_RESUMED, administrator);
        }
    }

    private AuditStart begun(long position, byte[] previous, Instant now) {
        return new AuditStart(position, previous, anchor.code(AuditStart.canonical(position, previous)), now);
    }

    void epoch(@Observes EpochChanged change) {
        trail.count(change.destroyed() ? Act.EPOCH_DESTROYED : Act.EPOCH_BEGUN, change.epoch());
    }
}
