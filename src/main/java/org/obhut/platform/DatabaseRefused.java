package org.obhut.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database answered with an error. Carries its SQLSTATE and no word of it: an error's text can repeat a row's values. */
public class DatabaseRefused extends RuntimeException {

    private final @Nullable String sqlState;

    public DatabaseRefused(SQLException error) {
        super("database error, SQLSTATE " + error.getSQLState());
        sqlState = error.getSQLState();
        setStackTrace(error.getStackTrace());
    }

    /** The five characters of the standard's SQLSTATE, null where the driver gave none. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
