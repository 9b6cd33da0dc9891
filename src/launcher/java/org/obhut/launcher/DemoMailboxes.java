package org.obhut.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two mailboxes of the demo: accounts of the demo mail server, and the settings by which Obhut finds them. */
final class DemoMailboxes {

    private static final Map<String, String> TEAMS = Map.of("beratung", "Erstkontakt", "consiliere", "Südosteuropa");

    private final LaunchSettings launch;
    private final DataFolder data;

    DemoMailboxes(LaunchSettings launch, DataFolder data) {
        this.launch = launch;
        this.data = data;
    }

    static int smtpPort(LaunchSettings launch) throws StartFailure {
        return launch.port("obhut.demo.smtp.port", 3025);
    }

    static int imapPort(LaunchSettings launch) throws StartFailure {
        return launch.port("obhut.demo.imap.port", 3143);
    }

    DemoMailServer startServer() throws IOException, StartFailure {
        Ports.require("127.0.0.1", smtpPort(launch), "OBHUT_DEMO_SMTP_PORT");
        Ports.require("127.0.0.1", imapPort(launch), "OBHUT_DEMO_IMAP_PORT");
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String name : TEAMS.keySet()) {
            accounts.put(address(name), PrivateFile.password(passwordFile(name)));
        }
        return DemoMailServer.start(smtpPort(launch), imapPort(launch), accounts);
    }

    /** The settings {@code obhut.mailbox.<name>.…}. */
    Map<String, String> settings() throws StartFailure {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : TEAMS.keySet()) {
            String prefix = "obhut.mailbox." + name + '.';
            settings.put(prefix + "address", address(name));
            settings.put(prefix + "team", TEAMS.get(name));
            settings.put(prefix + "imap.host", "127.0.0.1");
            settings.put(prefix + "imap.port", Integer.toString(imapPort(launch)));
            settings.put(prefix + "imap.security", "none");
            settings.put(prefix + "imap.user", address(name));
            settings.put(prefix + "password-file", passwordFile(name).toString());
            settings.put(prefix + "smtp.host", "127.0.0.1");
            settings.put(prefix + "smtp.port", Integer.toString(smtpPort(launch)));
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
