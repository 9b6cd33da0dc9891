package org.obhut.envelope;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obhut.platform.Statements;

/** Moves every seal and lookup row to the current epoch, on the connection of one transaction that holds {@link EpochLock}. */
final class EpochAdvance {

    private static final System.Logger LOG = System.getLogger(EpochAdvance.class.getName());
    private static final int BATCH = 500;

    private final Connection connection;
    private final KeyStore keys;
    private final Sealer sealer;
    private final BlindIndex index;

    EpochAdvance(Connection connection, KeyStore keys, Sealer sealer, BlindIndex index) {
        this.connection = connection;
        this.keys = keys;
        this.sealer = sealer;
        this.index = index;
    }

    /**
     * Returns how many seals were moved. No reader's key is needed. A damaged seal opens for nobody and stays where it is, so
     * that one bad row does not hold up all others; its epoch's secret is kept until someone has looked.
     */
    int seals() throws SQLException {
        String sql = "SELECT file, reader, epoch, sealed FROM seal WHERE epoch <> ?";
        String update = "UPDATE seal SET epoch = ?, sealed = ? WHERE file = ? AND reader = ?";
        int moved = 0;
        try (PreparedStatement select = connection.prepareStatement(sql);
                PreparedStatement change = connection.prepareStatement(update)) {
            select.setInt(1, keys.currentEpoch());
            select.setFetchSize(BATCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Optional<Seal> seal = advanced(Seals.seal(rows));
                    if (seal.isPresent()) {
                        add(change, seal.get());
                        moved++;
                    }
                    if (moved % BATCH == 0) {
                        change.executeBatch();
                    }
                }
            }
            change.executeBatch();
        }
        return moved;
    }

    private Optional<Seal> advanced(Seal seal) {
        try {
            return Optional.of(sealer.advanced(seal));
        } catch (EnvelopeException damaged) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: not moved to the next epoch: {0}", damaged.getMessage());
            return Optional.empty();
        }
    }

    private static void add(PreparedStatement change, Seal seal) throws SQLException {
        change.setInt(1, seal.epoch());
        change.setBytes(2, seal.sealed());
        change.setObject(3, seal.file());
        change.setObject(4, seal.reader());
        change.addBatch();
    }

    /** Returns how many lookup values were moved. No clear value is needed. */
    int lookups() throws SQLException {
        List<BlindIndex.Value> old = Statements.list(
                connection,
                "SELECT DISTINCT epoch, value FROM lookup WHERE epoch <> ?",
                row -> new BlindIndex.Value(row.getInt(1), row.getBytes(2)),
                keys.currentEpoch());
        for (int from = 0; from < old.size(); from += BATCH) {
            replace(old.subList(from, Math.min(from + BATCH, old.size())));
        }
        return old.size();
    }

    private void replace(List<BlindIndex.Value> old) throws SQLException {
        List<byte[]> before = new ArrayList<>();
        List<byte[]> after = new ArrayList<>();
        for (BlindIndex.Value value : old) {
            before.add(value.bytes());
            after.add(index.advanced(value).bytes());
        }
        String sql = """
                UPDATE lookup SET value = moved.after, epoch = ?
                FROM unnest(?, ?) AS moved (before, after)
                WHERE lookup.value = moved.before AND lookup.epoch <> ?""";
        Statements.run(connection, sql, keys.currentEpoch(), bytes(before), bytes(after), keys.currentEpoch());
    }

    private Array bytes(List<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }
}
