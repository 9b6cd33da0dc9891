package org.obhut.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obhut.launcher.DataFolder;
import org.obhut.launcher.DemoMailServer;
import org.obhut.launcher.DemoMailboxes;
import org.obhut.launcher.EmbeddedDatabase;
import org.obhut.launcher.Ports;
import org.obhut.launcher.Server;
import org.obhut.platform.Mode;

/** The database, the mail server, a scanner and the settings of an Obhut in demo mode, on free ports and in a folder of its own. */
final class Surroundings implements AutoCloseable {

    private final DataFolder data;
    private final EmbeddedDatabase database;
    private final DemoMailboxes mailboxes;
    private final DemoMailServer mail;
    private final ScriptedClamd scanner;
    private final int httpPort;

    private Surroundings(DataFolder data, EmbeddedDatabase database, DemoMailboxes mailboxes, DemoMailServer mail)
            throws IOException {
        this.data = data;
        this.database = database;
        this.mailboxes = mailboxes;
        this.mail = mail;
        scanner = ScriptedClamd.onLoopback(ScriptedClamd.Manner.SCANS);
        httpPort = Ports.free();
    }

    static Surroundings in(Path folder) throws Exception {
        DataFolder data = DataFolder.open(folder.toAbsolutePath(), Mode.DEMO);
        Server.endLeftOver(data);
        // So that what a search of the database's files does not find is not merely hidden by compression.
        Map<String, String> uncompressed = Map.of("wal_compression", "off");
        EmbeddedDatabase database = EmbeddedDatabase.start(data, uncompressed);
        var mailboxes = new DemoMailboxes(data, Ports.free(), Ports.free());
        return new Surroundings(data, database, mailboxes, mailboxes.startServer());
    }

    DataFolder data() {
        return data;
    }

    EmbeddedDatabase database() {
        return database;
    }

    DemoMailboxes mailboxes() {
        return mailboxes;
    }

    DemoMailServer mail() {
        return mail;
    }

    int httpPort() {
        return httpPort;
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(mailboxes.settings());
        settings.put("obhut.mailbox.beratung.web-forms", "formular@portal.example");
        settings.put("obhut.mode", "demo");
        settings.put("obhut.data", data.path("").toString());
        settings.put("obhut.http.port", Integer.toString(httpPort));
        settings.put("obhut.db.url", database.url());
        settings.put("obhut.db.user", database.user());
        settings.put("obhut.db.password", database.password());
        settings.put("obhut.clamd", scanner.address());
        return settings;
    }

    @Override
    public void close() throws Exception {
        mail.close();
        scanner.close();
        database.close();
        DataFolder.delete(data.path("run"));
        data.close();
    }
}
