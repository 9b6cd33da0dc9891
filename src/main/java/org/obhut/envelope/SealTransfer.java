package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/**
 * Seals what one reader may read to the reader who takes its place, file by file, and ends the former one's seals. Both roots are at
 * hand, so the new seals are settled ones. What the files are is not looked at.
 */
@ApplicationScoped
public class SealTransfer {

    /** Others who write seals wait while so many files are moved. */
    private static final int BATCH = 500;

    private static final System.Logger LOG = System.getLogger(SealTransfer.class.getName());

    private final Statements statements;
    private final Sealer sealer;
    private final int size;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SealTransfer() {
        this.statements = null;
        this.sealer = null;
        this.size = 0;
    }

    @Inject
    public SealTransfer(Statements statements, Sealer sealer) {
        this(statements, sealer, BATCH);
    }

    /** @param size how many files a batch has */
    public SealTransfer(Statements statements, Sealer sealer, int size) {
        this.statements = statements;
        this.sealer = sealer;
        this.size = size;
    }

    /** A reader with its root, which stays the caller's. */
    public record Holder(UUID reader, Root root) {}

    /** How many files are still sealed to a reader. */
    public long left(UUID reader) {
        return statements
                .list("SELECT count(*) FROM seal WHERE reader = ?", row -> row.getLong(1), reader)
                .get(0);
    }

    /**
     * Moves the seals of the next files, in the order of their ids. Part of the caller's transaction, in which nobody else writes
     * seals: a right that is ended elsewhere at the same time neither comes back nor is left over. A damaged seal opens for nobody;
     * it is passed over and stays.
     *
     * @param after the last file of the batch before; null for the first
     * @return the last file of this batch; empty where there was none left
     */
    public Optional<UUID> batch(Holder from, Holder to, @Nullable UUID after) {
        return statements.on(connection -> {
            EpochLock.exclude(connection);
            List<Row> rows = next(connection, from.reader(), after);
            move(connection, rows, from, to);
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).seal().file());
        });
    }

    private record Row(Seal seal, String during) {}

    private List<Row> next(Connection connection, UUID reader, @Nullable UUID after) throws SQLException {
        String sql = """
                SELECT file, reader, epoch, sealed, CAST(during AS text) FROM seal
                WHERE reader = ? AND file > ? ORDER BY file LIMIT ?""";
        return Statements.list(
                connection,
                sql,
                (ResultSet row) -> new Row(Seals.seal(row), row.getString(5)),
                reader,
                after == null ? new UUID(0, 0) : after,
                size);
    }

    private void move(Connection connection, List<Row> rows, Holder from, Holder to) throws SQLException {
        String put = """
                INSERT INTO seal (file, reader, epoch, sealed, during) VALUES (?, ?, ?, ?, CAST(? AS tstzmultirange))
                ON CONFLICT (file, reader) DO NOTHING""";
        String end = "DELETE FROM seal WHERE file = ? AND reader = ?";
        try (PreparedStatement adding = connection.prepareStatement(put);
                PreparedStatement ending = connection.prepareStatement(end)) {
            for (Row row : rows) {
                Optional<Seal> moved = moved(row.seal(), from, to);
                if (moved.isPresent()) {
                    add(adding, moved.get(), row.during());
                    ending.setObject(1, row.seal().file());
                    ending.setObject(2, from.reader());
                    ending.addBatch();
                }
            }
            adding.executeBatch();
            ending.executeBatch();
        }
    }

    private Optional<Seal> moved(Seal seal, Holder from, Holder to) {
        try (Root root = sealer.open(seal, from.root())) {
            return Optional.of(sealer.settled(root, seal.file(), to.reader(), to.root()));
        } catch (EnvelopeException damaged) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: not sealed anew: {0}", damaged.getMessage());
            return Optional.empty();
        }
    }

    private static void add(PreparedStatement adding, Seal seal, String during) throws SQLException {
        adding.setObject(1, seal.file());
        adding.setObject(2, seal.reader());
        adding.setInt(3, seal.epoch());
        adding.setBytes(4, seal.sealed());
        adding.setString(5, during);
        adding.addBatch();
    }
}
