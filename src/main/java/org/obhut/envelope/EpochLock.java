package org.obhut.envelope;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The advisory lock between those who write seals and lookups and the one who moves all of them to the next epoch. Held until
 * the transaction ends.
 */
public final class EpochLock {

    /** The lock's number: 'obhut' in ASCII and 01. */
    public static final long ID = 0x6f62_6875_7401L;

    private EpochLock() {}

    /** For writers, beside each other. */
    public static void share(Connection connection) throws SQLException {
        take(connection, "SELECT pg_advisory_xact_lock_shared(?)");
    }

    /** For the rotation, alone. */
    static void exclude(Connection connection) throws SQLException {
        take(connection, "SELECT pg_advisory_xact_lock(?)");
    }

    private static void take(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ID);
            statement.execute();
        }
    }
}
