package org.obhut.platform;

import java.sql.SQLException;

/** The database answered with an error. Carries its SQLSTATE and no word of it: an error's text can repeat a row's values. */
public class DatabaseRefused extends RuntimeException {

    public DatabaseRefused(SQLException error) {
        super("database error, SQLSTATE " + error.getSQLState());
        setStackTrace(error.getStackTrace());
    }
}
