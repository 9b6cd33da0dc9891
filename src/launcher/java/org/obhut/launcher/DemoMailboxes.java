package org.obhut.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two mailboxes of the demo: accounts of the demo mail server, and the settings by which Obhut finds them.
 *
 * @param data keeps their passwords
 */
public record DemoMailboxes(DataFolder data, int smtpPort, int imapPort) {

    private static final Map<String, String> TEAMS = Map.of("beratung", "Erstkontakt", "consiliere", "Südosteuropa");

    public DemoMailServer startServer() throws IOException, StartFailure {
        Ports.require("127.0.0.1", smtpPort, "OBHUT_DEMO_SMTP_PORT");
        Ports.require("127.0.0.1", imapPort, "OBHUT_DEMO_IMAP_PORT");
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String name : TEAMS.keySet()) {
            accounts.put(address(name), PrivateFile.password(passwordFile(name)));
        }
        return DemoMailServer.start(smtpPort, imapPort, accounts);
    }

    /** The settings {@code obhut.mailbox.<name>.…}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : TEAMS.keySet()) {
            String prefix = "obhut.mailbox." + name + '.';
            settings.put(prefix + "address", address(name));
            settings.put(prefix + "team", TEAMS.get(name));
            settings.put(prefix + "imap.host", "127.0.0.1");
            settings.put(prefix + "imap.port", Integer.toString(imapPort));
            settings.put(prefix + "imap.security", "none");
            settings.put(prefix + "imap.user", address(name));
            settings.put(prefix + "password-file", passwordFile(name).toString());
            settings.put(prefix + "smtp.host", "127.0.0.1");
            settings.put(prefix + "smtp.port", Integer.toString(smtpPort));
            settings.put(prefix + "smtp.security", "none");
            settings.put(prefix + "first-contact", "all");
        }
        return settings;
    }

    private static String address(String name) {
        return name + "@obhut.example";
    }

    private Path passwordFile(String name) {
        return data.path("secrets").resolve("mailbox-" + name);
    }
}
