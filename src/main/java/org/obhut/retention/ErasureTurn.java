package org.obhut.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to erase, which one node has at a time: an advisory lock on a connection of its own, so that another can go on when
 * this one is killed. Two would only do work twice, as each file is taken by its row.
 */
final class ErasureTurn implements AutoCloseable {

    /** The lock's number: 'obhut' in ASCII and 02. */
    private static final long ID = 0x6f62_6875_7402L;

    private final Connection connection;

    private ErasureTurn(Connection connection) {
        this.connection = connection;
    }

    /** Empty where another node is at it. */
    static Optional<ErasureTurn> take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (call(connection, "SELECT pg_try_advisory_lock(?)")) {
                return Optional.of(new ErasureTurn(connection));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        // The connection goes back into a pool and would take the lock along.
        try (connection) {
            call(connection, "SELECT pg_advisory_unlock(?)");
        }
    }

    private static boolean call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ID);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
