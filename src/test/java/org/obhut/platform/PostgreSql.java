package org.obhut.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests that need no container; one server per run, one empty database with our schema per call. */
public final class PostgreSql {

    /** Migrated once, copied for each test: a copy takes a fraction of what all migrations take. */
    private static final String MIGRATED = "migrated";

    private static final EmbeddedPostgres SERVER = start();

    private PostgreSql() {}

    public static DataSource database() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        create(SERVER, name + " TEMPLATE " + MIGRATED + " STRATEGY FILE_COPY");
        return SERVER.getDatabase("postgres", name);
    }

    private static void create(EmbeddedPostgres server, String database) {
        new Statements(server.getPostgresDatabase()).run("CREATE DATABASE " + database);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File("target/postgresql"))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            create(server, MIGRATED);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
