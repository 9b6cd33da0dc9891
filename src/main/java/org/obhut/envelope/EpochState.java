package org.obhut.envelope;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.obhut.platform.Statements;

/**
 * The database's word on keys: the key store it belongs to, and the epoch that its rows are under.
 *
 * @param generation moves with every change; only who knows it may change the row
 * @param lastRun when the rotation last looked
 */
record EpochState(UUID keyStore, long generation, int epoch, Instant lastRun) {

    static Optional<EpochState> read(Connection connection) throws SQLException {
        return Statements.list(
                        connection,
                        "SELECT key_store, generation, epoch, last_run FROM epoch_state",
                        row -> new EpochState(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getInt(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst();
    }

    /** Binds a new database to its key store. */
    static void begin(Connection connection, UUID keyStore, int epoch, Instant now) throws SQLException {
        Statements.run(
                connection,
                "INSERT INTO epoch_state (key_store, generation, epoch, last_run) VALUES (?, 0, ?, ?)",
                keyStore,
                epoch,
                utc(now));
    }

    /** Writes epoch and time; false where another node was faster. */
    boolean change(Connection connection, int newEpoch, Instant now) throws SQLException {
        String sql = "UPDATE epoch_state SET epoch = ?, last_run = ?, generation = generation + 1 WHERE generation = ?";
        return Statements.run(connection, sql, newEpoch, utc(now), generation) == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
