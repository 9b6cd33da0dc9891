package org.obhut.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An Obhut in demo mode as a test sees it from outside. A test class gets it as a parameter: see {@link WithObhut}. */
public final class RunningObhut {

    private final Surroundings surroundings;

    RunningObhut(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Where console and API are; on {@code localhost}, so that a browser sends its Secure cookie. */
    public URI address() {
        return URI.create("http://localhost:" + surroundings.httpPort());
    }

    public int smtpPort() {
        return surroundings.mailboxes().smtpPort();
    }

    public int imapPort() {
        return surroundings.mailboxes().imapPort();
    }

    /** The IMAP password of one of Obhut's own mailboxes, e.g. {@code beratung}. */
    public String mailboxPassword(String name) throws IOException {
        return Files.readString(data().resolve("secrets/mailbox-" + name));
    }

    /** A connection of its own to Obhut's database; the caller closes it. */
    public Connection database() throws SQLException {
        var database = surroundings.database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** The data folder: database files, key store, logs, and the server's temporary folder {@code run}. */
    public Path data() {
        return surroundings.data().path("");
    }

    public Path serverLog() {
        return data().resolve("log/server.log");
    }

    public Path databaseLog() {
        return data().resolve("log/database.log");
    }
}
