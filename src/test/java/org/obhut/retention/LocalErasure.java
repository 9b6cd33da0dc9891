package org.obhut.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Seals;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.Statements;

/** The erasure without a container, over what features bring to it. */
public final class LocalErasure {

    private final LocalTransactions transactions;
    private final Statements statements;
    private final KeyStore keys;
    private final Clock clock;
    private final ClockGuard clocks;
    private final List<FileKind> kinds = new ArrayList<>();
    private final List<ErasureStep> steps = new ArrayList<>();
    private final List<DatedRows> dated = new ArrayList<>();
    private Runnable atCommit = () -> {};

    public LocalErasure(LocalTransactions transactions, KeyStore keys, Clock clock) {
        this.transactions = transactions;
        this.statements = new Statements(transactions.database());
        this.keys = keys;
        this.clock = clock;
        this.clocks = new ClockGuard(clock, clock::instant, Optional.empty());
    }

    /** Another one that knows the same. */
    public LocalErasure copy() {
        LocalErasure copy = new LocalErasure(transactions, keys, clock);
        copy.kinds.addAll(kinds);
        copy.steps.addAll(steps);
        copy.dated.addAll(dated);
        return copy;
    }

    /** Puts a step before the others, between them or after them. */
    public LocalErasure at(int place, ErasureStep step) {
        steps.add(Math.min(place, steps.size()), step);
        return this;
    }

    /** Runs this in every transaction that would end a file, with nothing but the commit missing; it fails where this throws. */
    public LocalErasure atCommit(Runnable action) {
        atCommit = action;
        return this;
    }

    /** Adds whatever a feature brings. */
    public LocalErasure with(Object... parts) {
        for (Object part : parts) {
            if (part instanceof FileKind kind) {
                kinds.add(kind);
            }
            if (part instanceof ErasureStep step) {
                steps.add(step);
            }
            if (part instanceof DatedRows rows) {
                dated.add(rows);
            }
        }
        return this;
    }

    /** An erasure that has had its first run at this moment. */
    public Erasure begun() {
        Erasure erasure = erasure();
        erasure.run();
        statements.run("UPDATE retention_run SET last_run = ?", clock.instant().atOffset(java.time.ZoneOffset.UTC));
        return erasure;
    }

    public Erasure erasure() {
        return new Erasure(kinds, new Transacted(), new Runs(), erased(), transactions.database());
    }

    /** Ends the files of one kind that end by a day, whenever the last run was. */
    public void end(FileKind kind, LocalDate day) {
        kind.due(day, List.of(), Integer.MAX_VALUE).forEach(file -> new Transacted().due(kind, file, day));
    }

    public ErasedFiles erased() {
        return new ErasedFiles(keys);
    }

    private final class Transacted extends Ending {

        Transacted() {
            super(
                    steps,
                    new Seals(statements, clock),
                    new Lookups(statements, new BlindIndex(keys)),
                    new ErasureCounts(statements),
                    erased());
        }

        @Override
        boolean due(FileKind kind, UUID file, LocalDate day) {
            return transactions.run(() -> committed(super.due(kind, file, day)));
        }

        @Override
        boolean now(FileKind kind, UUID file, Runnable permitted, Runnable ended) {
            return transactions.run(() -> committed(super.now(kind, file, permitted, ended)));
        }

        private boolean committed(boolean ended) {
            atCommit.run();
            return ended;
        }

        @Override
        void takeBack(FileKind kind, UUID file) {
            transactions.run(() -> {
                super.takeBack(kind, file);
                return true;
            });
        }

        @Override
        void again(FileKind kind, UUID file) {
            transactions.run(() -> {
                super.again(kind, file);
                return true;
            });
        }
    }

    private final class Runs extends ErasureRuns {

        Runs() {
            super(
                    statements,
                    clocks,
                    dated,
                    new ErasureCounts(statements),
                    new AuditTrail(statements, clock, new TrailAnchor(keys)));
        }

        @Override
        Optional<LocalDate> begin() {
            return transactions.run(super::begin);
        }

        @Override
        void dated(LocalDate day) {
            transactions.run(() -> {
                super.dated(day);
                return true;
            });
        }

        @Override
        Map<Kind, Long> tell() {
            return transactions.run(super::tell);
        }
    }
}
