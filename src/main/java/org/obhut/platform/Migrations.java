package org.obhut.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's schema to this version, before anything else starts. {@code src/main/resources/db/migration} is
 * the only place where the schema is written.
 */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    private volatile boolean done;

    void migrate(@Observes @Priority(StartupOrder.DATABASE) @Initialized(ApplicationScoped.class) Object start) {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        done = true;
    }

    /** Whether the schema is of this version. */
    public boolean done() {
        return done;
    }
}
