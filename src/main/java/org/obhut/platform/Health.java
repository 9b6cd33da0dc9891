package org.obhut.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether this server can answer. */
@ApplicationScoped
public class Health {

    private static final int SECONDS_TO_ANSWER = 2;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    private final Migrations migrations;

    @Inject
    Health(Migrations migrations) {
        this.migrations = migrations;
    }

    /** For the scope's proxy. */
    protected Health() {
        this(new Migrations());
    }

    /** Whether a person's request would succeed now: the schema is there and the database answers. */
    public boolean ready() {
        if (!migrations.done()) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
