package org.obhut.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL that others run, asked before the server is started, which would only fail in its log. */
final class ExternalDatabase {

    private static final String SECONDS_TO_ANSWER = "10";

    private ExternalDatabase() {}

    static void require(String url, String user, String password) throws StartFailure {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            connection.isValid(Integer.parseInt(SECONDS_TO_ANSWER));
        } catch (SQLException e) {
            throw new StartFailure(reason(e.getSQLState() == null ? "" : e.getSQLState()), e);
        }
    }

    /** By the classes of SQLSTATE (ISO/IEC 9075; PostgreSQL, appendix A). */
    private static String reason(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> "OBHUT_DB_URL: no database answers there, or the address is no JDBC address of PostgreSQL";
            case "28" -> "OBHUT_DB_USER and OBHUT_DB_PASSWORD: the database refuses them";
            case "3D" -> "OBHUT_DB_URL: there is no database of this name";
            default -> "OBHUT_DB_URL: the database refuses the connection, SQL state " + state;
        };
    }
}
