package org.obhut.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the running transaction, for rows that entities would serve badly. A collection of UUIDs is bound as an array,
 * for {@code = ANY (?)}.
 */
@ApplicationScoped
public class Statements {

    /** Reads the row that the result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something done on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource database;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Statements() {
        this.database = null;
    }

    @Inject
    public Statements(DataSource database) {
        this.database = database;
    }

    /** @throws DatabaseRefused where the database answers with an error */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return on(connection -> list(connection, sql, reader, arguments));
    }

    /** The number of rows changed. @throws DatabaseRefused where the database answers with an error */
    public int run(String sql, @Nullable Object... arguments) {
        return on(connection -> run(connection, sql, arguments));
    }

    /** Uses the connection of the running transaction. */
    public <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    /** Does the work in a transaction of its own, on a thread that has none. */
    public <T> T inTransaction(Work<T> work) {
        return on(connection -> {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = work.on(connection);
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * Writes tables' files anew: what was deleted or replaced stands in them no more. On a thread without a transaction.
     *
     * @param tables names as the schema has them, never anything typed
     * @throws DatabaseRefused where somebody holds one of them for longer than five seconds
     */
    public void writeAnew(String... tables) {
        on(connection -> {
            run(connection, "SET lock_timeout = '5s'");
            try {
                for (String table : tables) {
                    run(connection, "VACUUM (FULL) " + table);
                }
            } finally {
                run(connection, "RESET lock_timeout");
            }
            return true;
        });
    }

    public static <T> List<T> list(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    public static int run(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof Collection<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            } else {
                statement.setObject(i + 1, argument);
            }
        }
        return statement;
    }
}
