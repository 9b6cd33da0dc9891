package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Statements;

/**
 * Ends what keys have had their time. Epochs: a secret is made at least 7 days before its first use, becomes current only when
 * the key store's copy has it too, and is destroyed four epochs after it was replaced, when no row names it. Dispatch keys:
 * destroyed 72 hours after their day began. A run that was stopped is resumed by the next.
 */
@ApplicationScoped
public class Rotation {

    public static final Duration EPOCH = Duration.ofDays(7);
    public static final int KEPT_EPOCHS = 4;
    static final int KEPT_DAYS = 3;

    private static final System.Logger LOG = System.getLogger(Rotation.class.getName());

    private final KeyStore keys;
    private final Sealer sealer;
    private final BlindIndex index;
    private final Statements statements;
    private final ClockGuard clocks;
    private final Consumer<DispatchKeyReplaced> dispatchKeyReplaced;
    private final Consumer<RightsEnded> rightsEnded;
    private final Consumer<EpochChanged> epochChanged;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Rotation() {
        this(null, null, null, null, null, (Consumer<DispatchKeyReplaced>) null, null, null);
    }

    @Inject
    public Rotation(
            KeyStore keys,
            Sealer sealer,
            BlindIndex index,
            Statements statements,
            ClockGuard clocks,
            Event<DispatchKeyReplaced> dispatchKeyReplaced,
            Event<RightsEnded> rightsEnded,
            Event<EpochChanged> epochChanged) {
        this(keys, sealer, index, statements, clocks, dispatchKeyReplaced::fire, rightsEnded::fire, epochChanged::fire);
    }

    Rotation(
            KeyStore keys,
            Sealer sealer,
            BlindIndex index,
            Statements statements,
            ClockGuard clocks,
            Consumer<DispatchKeyReplaced> dispatchKeyReplaced,
            Consumer<RightsEnded> rightsEnded,
            Consumer<EpochChanged> epochChanged) {
        this.keys = keys;
        this.sealer = sealer;
        this.index = index;
        this.statements = statements;
        this.clocks = clocks;
        this.dispatchKeyReplaced = dispatchKeyReplaced;
        this.rightsEnded = rightsEnded;
        this.epochChanged = epochChanged;
    }

    /**
     * Does what is due. May come as often as one likes.
     *
     * @throws org.obhut.platform.ClockDoubt where the clocks disagree; nothing is destroyed then
     */
    public synchronized void run() {
        keys.files().reconcile();
        Instant now = clocks.agreed(statements.on(Rotation::state).lastRun());
        endRights(now);
        if (statements.inTransaction(connection -> advance(connection, now))) {
            epochChanged.accept(new EpochChanged(keys.currentEpoch(), false));
        }
        keys.epochs().make(keys.currentEpoch() + 1);
        destroyEpochs();
        destroyDispatchKeys(now);
    }

    /** Seals that were made for a time are not used after it, whether or not this comes late. */
    private void endRights(Instant now) {
        statements.run(
                "DELETE FROM seal WHERE NOT upper_inf(during) AND upper(during) <= CAST(? AS timestamptz)",
                now.atOffset(ZoneOffset.UTC));
        rightsEnded.accept(new RightsEnded(now));
    }

    private boolean advance(Connection connection, Instant now) throws SQLException {
        EpochLock.exclude(connection);
        EpochState state = state(connection);
        if (due(now)) {
            // While writers wait for the lock, so that none of them still writes under the epoch before.
            keys.enter(keys.currentEpoch() + 1);
        }
        boolean begun = state.epoch() != keys.currentEpoch();
        if (begun) {
            EpochAdvance rows = new EpochAdvance(connection, keys, sealer, index);
            int seals = rows.seals();
            int lookups = rows.lookups();
            LOG.log(
                    System.Logger.Level.INFO,
                    "Epoch {0}: {1} seals and {2} lookups moved",
                    keys.currentEpoch(),
                    seals,
                    lookups);
        }
        if (!state.change(connection, keys.currentEpoch(), now)) {
            throw new IllegalStateException("another node changed the epoch");
        }
        return begun;
    }

    private boolean due(Instant now) {
        int next = keys.currentEpoch() + 1;
        if (!keys.epochs().numbers().contains(next)
                || keys.epochs().made(next).plus(EPOCH).isAfter(now)) {
            return false;
        }
        if (!keys.epochs().acknowledged(next)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: epoch {0} can''t begin, the copy of the key store does not have its secret",
                    next);
            return false;
        }
        return true;
    }

    private void destroyEpochs() {
        for (int epoch : keys.epochs().numbers().headSet(keys.currentEpoch() - KEPT_EPOCHS)) {
            if (named(epoch)) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "ALARM: the secret of epoch {0} can''t be destroyed, rows still name it",
                        epoch);
            } else {
                keys.epochs().destroy(epoch);
                epochChanged.accept(new EpochChanged(epoch, true));
            }
        }
        ErasedFiles.forget(keys);
    }

    private boolean named(int epoch) {
        String sql = """
                SELECT 1 WHERE EXISTS (SELECT 1 FROM seal WHERE epoch = ?)
                    OR EXISTS (SELECT 1 FROM lookup WHERE epoch = ?)""";
        return !statements.list(sql, row -> 1, epoch, epoch).isEmpty();
    }

    private void destroyDispatchKeys(Instant now) {
        int today = (int) LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
        if (keys.dispatch().numbers().headSet(today).isEmpty()) {
            return;
        }
        keys.dispatch().make(today);
        dispatchKeyReplaced.accept(new DispatchKeyReplaced(today));
        keys.dispatch().numbers().headSet(today - KEPT_DAYS, true).forEach(keys.dispatch()::destroy);
    }

    private static EpochState state(Connection connection) throws SQLException {
        return EpochState.read(connection).orElseThrow();
    }
}
