package org.obhut.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.obhut.envelope.TrailAnchor;

/** Reads the whole chain from its first line on. Sees what is committed when it begins, so it may run beside a working server. */
public final class AuditCheck {

    private static final int BATCH = 1_000;

    private final TrailAnchor anchor;

    public AuditCheck(TrailAnchor anchor) {
        this.anchor = anchor;
    }

    /** Checks the trail of a database, in the running transaction of this connection. */
    public Verdict of(Connection connection) throws SQLException {
        // Read before the lines, so that a line that comes meanwhile is no line too few.
        Optional<TrailAnchor.Place> known = anchor.place();
        var rows = new AuditRows(connection);
        Optional<AuditStart> start = rows.start();
        long begin = start.map(AuditStart::position).orElse(1L);
        byte[] previous = start.map(AuditStart::previous).orElse(AuditLine.NONE);
        if (start.isPresent()
                && !anchor.authentic(
                        AuditStart.canonical(begin, previous), start.get().code())) {
            return new Verdict.Broken(begin, Verdict.Fault.ALTERED);
        }
        long next = begin;
        List<AuditLine> batch = rows.from(0, BATCH);
        while (!batch.isEmpty()) {
            for (AuditLine line : batch) {
                Optional<Verdict.Fault> fault = fault(line, next, previous, known);
                if (fault.isPresent()) {
                    return new Verdict.Broken(next, fault.get());
                }
                previous = line.hash();
                next++;
            }
            batch = rows.from(next, BATCH);
        }
        return end(begin, next, known);
    }

    private Optional<Verdict.Fault> fault(
            AuditLine line, long expected, byte[] previous, Optional<TrailAnchor.Place> known) {
        if (line.position() != expected) {
            return Optional.of(Verdict.Fault.MISSING);
        }
        if (!anchor.authentic(line.canonical(), line.code())) {
            return Optional.of(Verdict.Fault.ALTERED);
        }
        if (!Arrays.equals(line.previous(), previous)) {
            return Optional.of(Verdict.Fault.MISSING);
        }
        boolean exchanged = known.isPresent()
                && known.get().position() == expected
                && !Arrays.equals(known.get().hash(), line.hash());
        return exchanged ? Optional.of(Verdict.Fault.EXCHANGED) : Optional.empty();
    }

    private static Verdict end(long begin, long next, Optional<TrailAnchor.Place> known) {
        if (known.isEmpty()) {
            return next == begin ? new Verdict.Intact(0) : new Verdict.Broken(next - 1, Verdict.Fault.UNKNOWN);
        }
        return known.get().position() < next
                ? new Verdict.Intact(next - begin)
                : new Verdict.Broken(next, Verdict.Fault.CUT_OFF);
    }
}
