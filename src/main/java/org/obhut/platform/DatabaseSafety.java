package org.obhut.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether a commit survives a power cut. Intake deletes a mail from its server after the commit, so it must not run on a
 * database that acknowledges commits it has not written.
 */
@ApplicationScoped
public class DatabaseSafety {

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * Whether {@code fsync} and {@code synchronous_commit} are on.
     *
     * @throws SQLException where the database does not answer
     */
    public boolean commitsAreDurable() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return !off(statement, "fsync") && !off(statement, "synchronous_commit");
        }
    }

    private static boolean off(Statement statement, String parameter) throws SQLException {
        try (var row = statement.executeQuery("SHOW " + parameter)) {
            return !row.next() || row.getString(1).equals("off");
        }
    }
}
