package org.obhut.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database's schema to this version, before anything else starts. {@code src/main/resources/db/migration} is
 * the only place where the schema is written.
 */
@ApplicationScoped
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    private volatile boolean done;

    void migrate(@Observes @Priority(StartupOrder.DATABASE) @Initialized(ApplicationScoped.class) Object start) {
        try {
            Flyway.configure(getClass().getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Obhut does not start: the database cannot be brought to this version ({0})",
                    failure.getClass().getSimpleName());
            throw failure;
        }
        done = true;
    }

    /** Whether the schema is of this version. */
    public boolean done() {
        return done;
    }
}
