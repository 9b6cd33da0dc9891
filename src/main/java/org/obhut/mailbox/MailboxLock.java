package org.obhut.mailbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to poll one mailbox: an advisory lock on a connection of its own, so that of several nodes one polls and another
 * takes over when its connection ends. Intake would stay correct without it; two pollers would only do work twice.
 */
final class MailboxLock implements Turn {

    /** The space of our locks: 'obmb' in ASCII. */
    private static final int SPACE = 0x6f62_6d62;

    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private final String address;

    private MailboxLock(Connection connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    /** Empty where another node polls. */
    static Optional<MailboxLock> take(DataSource database, String address) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (call(connection, "SELECT pg_try_advisory_lock(?, hashtext(?))", address)) {
                return Optional.of(new MailboxLock(connection, address));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** Whether the connection and with it the lock are still there. */
    @Override
    public boolean held() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        // The connection goes back into a pool and would take the lock along.
        try (connection) {
            call(connection, "SELECT pg_advisory_unlock(?, hashtext(?))", address);
        }
    }

    private static boolean call(Connection connection, String sql, String address) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setString(2, address);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
