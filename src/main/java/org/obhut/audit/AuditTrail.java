package org.obhut.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.Statements;

/**
 * Lines that say who did what, kept for 12 months, chained by their hashes. Part of the caller's transaction: what did not happen
 * is not told. From the first line on no other transaction adds one until this one ends, so it belongs at the transaction's end.
 */
@ApplicationScoped
public class AuditTrail {

    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

    private final Statements statements;
    private final Clock clock;
    private final TrailAnchor anchor;
    private final Consumer<ChainGrew> grew;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditTrail() {
        this(null, null, null, (Consumer<ChainGrew>) null);
    }

    @Inject
    public AuditTrail(Statements statements, Clock clock, TrailAnchor anchor, Event<ChainGrew> grew) {
        this(statements, clock, anchor, grew::fire);
    }

    /** A trail that takes each line for committed at once: where there is no container. */
    public AuditTrail(Statements statements, Clock clock, TrailAnchor anchor) {
        this.statements = statements;
        this.clock = clock;
        this.anchor = anchor;
        this.grew = this::anchor;
    }

    private AuditTrail(Statements statements, Clock clock, TrailAnchor anchor, Consumer<ChainGrew> grew) {
        this.statements = statements;
        this.clock = clock;
        this.anchor = anchor;
        this.grew = grew;
    }

    /**
     * Adds a line.
     *
     * @param actor the person who did it
     * @param subject the team or person it was done to; never a ticket or a client
     */
    public void add(Act act, UUID actor, UUID subject) {
        append(act, actor, subject, null);
    }

    /** Adds a line about something that was done to a team or a person, if it is known to which. */
    public void add(Act act, UUID actor, Optional<UUID> subject) {
        append(act, actor, subject.orElse(null), null);
    }

    /** Adds a line about something that was done to nobody in particular. */
    public void add(Act act, UUID actor) {
        append(act, actor, null, null);
    }

    /** Adds a line about what a person did, by its number, such as how many tickets were erased. */
    public void count(Act act, UUID actor, long number) {
        append(act, actor, null, number);
    }

    /** Adds a line about what a person did to a team or another person, by its number. Returns the line's own number. */
    public long count(Act act, UUID actor, UUID subject, long number) {
        return append(act, actor, subject, number);
    }

    /** Adds a line about what a job did, by its number. */
    public void count(Act act, long number) {
        append(act, null, null, number);
    }

    /** Whether a line is as it was written. Whether one is missing is told by the whole chain alone. */
    public boolean authentic(AuditLine line) {
        return anchor.authentic(line.canonical(), line.code());
    }

    /** What a job's lines of the last time come to. */
    public long sum(Act act, Instant since) {
        return statements
                .list(
                        "SELECT coalesce(sum(number), 0) FROM audit_line WHERE act = ? AND at >= ?",
                        row -> row.getLong(1),
                        act.name(),
                        since.atOffset(ZoneOffset.UTC))
                .get(0);
    }

    private long append(Act act, @Nullable UUID actor, @Nullable UUID subject, @Nullable Long number) {
        AuditLine line = statements.on(connection -> appended(connection, act, actor, subject, number));
        if (statements.on(connection -> anchored(new AuditRows(connection)))) {
            grew.accept(new ChainGrew(line.position(), line.hash(), false));
        } else if (act == Act.TRAIL_RESUMED) {
            grew.accept(new ChainGrew(line.position(), line.hash(), true));
        } else {
            LOG.log(System.Logger.Level.ERROR, "ALARM: the audit trail lacks the line that the key store knows");
        }
        return line.position();
    }

    private AuditLine appended(
            Connection connection, Act act, @Nullable UUID actor, @Nullable UUID subject, @Nullable Long number)
            throws SQLException {
        var rows = new AuditRows(connection);
        rows.lock();
        Optional<AuditLine> last = rows.last();
        AuditLine line = new AuditLine(
                last.map(AuditLine::position).orElse(0L) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                act.name(),
                actor,
                subject,
                number,
                last.map(AuditLine::hash).orElse(AuditLine.NONE),
                AuditLine.NONE);
        AuditLine coded = line.coded(anchor.code(line.canonical()));
        rows.add(coded);
        return coded;
    }

    /** Whether the line that the key store last heard of is still there; an end that was cut off must not be covered up by the next. */
    private boolean anchored(AuditRows rows) throws SQLException {
        Optional<TrailAnchor.Place> known = anchor.place();
        if (known.isEmpty()) {
            return rows.at(2).isEmpty();
        }
        long position = known.get().position();
        return rows.at(position)
                .map(line -> Arrays.equals(line.hash(), known.get().hash()))
                .orElse(rows.start().map(AuditStart::position).orElse(1L) > position);
    }

    void anchor(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChainGrew line) {
        if (line.resumed()) {
            anchor.set(line.position(), line.hash());
        } else {
            anchor.move(line.position(), line.hash());
        }
    }
}
