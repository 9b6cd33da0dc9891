package org.obhut.platform;

import jakarta.annotation.sql.DataSourceDefinition;

/**
 * The one data source, {@value #JNDI}. Its address comes from the settings {@code OBHUT_DB_URL}, {@code OBHUT_DB_USER}
 * and {@code OBHUT_DB_PASSWORD}.
 *
 * <p>PostgreSQL repeats values of a row in its error details ("Key (name)=(…) already exists"); the driver must not
 * carry them into an exception's message.
 */
@DataSourceDefinition(
        name = Database.JNDI,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=obhut.db.url}",
        user = "${MPCONFIG=obhut.db.user}",
        password = "${MPCONFIG=obhut.db.password}",
        minPoolSize = 2,
        maxPoolSize = 24,
        properties = {
            "logServerErrorDetail=false",
            "tcpKeepAlive=true",
            "ApplicationName=obhut",
            // Each caller reads another share of the seals: a plan made for any caller takes a small one for granted
            // and compares each ticket with each seal.
            "options=-c plan_cache_mode=force_custom_plan"
        })
public final class Database {

    /** The data source's name, also in {@code persistence.xml}. */
    public static final String JNDI = "java:app/jdbc/obhut";

    private Database() {}
}
