package org.obhut.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.obhut.testing.DebianMailServers;

/** Obhut's mailboxes on the servers from Debian, each with what sets it apart. The clock looks once in ten minutes, where IDLE tells. */
enum InteropMailbox {
    /** TLS for IMAP, STARTTLS for SMTP, sub-addresses. */
    BERATUNG("localhost", "subaddressing", "true"),
    /** STARTTLS for IMAP, TLS for SMTP; of another team. */
    CONSILIERE("localhost", "imap.security", "starttls", "smtp.security", "tls"),
    /** A server with MOVE and without UIDPLUS and IDLE. */
    MOVING("127.0.0.4", "move-to", "Taken", "poll-seconds", "1"),
    /** A server without UIDPLUS, MOVE and IDLE. */
    LEFT("127.0.0.5", "poll-seconds", "1"),
    /** Two thousand mails lie there before the first connection. */
    OLD("localhost"),
    /** A few mails lie there before the first connection. */
    NEWER("localhost"),
    /** One mail lies there before the first connection, and there is room for four more. */
    FULL("localhost"),
    /** Keeps stored mails on the server. */
    RENUMBERED("localhost", "expunge-after", "5"),
    /** Signs in by OAuth 2. */
    TOKEN("localhost", "auth", "oauth2", "oauth2.client-id", "obhut"),
    /** Its servers show a certificate that has expired. */
    EXPIRED("127.0.0.2", "smtp.security", "tls"),
    /** Its servers show a certificate of an authority that nobody knows. */
    STRANGER("127.0.0.3", "smtp.security", "tls"),
    /** Its servers show a certificate for another name. */
    MISNAMED("127.0.0.1", "smtp.security", "tls"),
    /** The password is wrong. */
    REFUSED("localhost", "smtp.security", "tls"),
    /** The SMTP server offers no STARTTLS, though it is asked for. */
    STRIPPED("localhost");

    static final int OLD_MAILS = 2_000;
    static final int OF_LATE = 3;
    static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 10);
    static final LocalDate LATELY = LocalDate.of(2026, 11, 20);

    static final String WRONG_PASSWORD = "not-the-password-7391";

    private final String host;
    private final String[] settings;

    InteropMailbox(String host, String... settings) {
        this.host = host;
        this.settings = settings;
    }

    /** How settings call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String address() {
        return key() + "@obhut.example";
    }

    boolean ofTheDemo() {
        return this == BERATUNG || this == CONSILIERE;
    }

    /** Makes its user, and what lies there before Obhut first comes. */
    void prepare(DebianMailServers servers) throws IOException {
        servers.user(
                address(),
                InteropObhut.PASSWORD,
                this == FULL ? new String[] {"userdb_quota_rule=*:messages=5"} : new String[0]);
        switch (this) {
            case MOVING, LEFT -> {
                servers.keepWhatIsSaid(address());
                servers.makeFolder(address(), ".Taken");
            }
            case OLD -> {
                lies(servers, OLD_MAILS - OF_LATE, LONG_AGO);
                lies(servers, OF_LATE, LATELY);
            }
            case NEWER -> lies(servers, 5, LONG_AGO);
            case FULL -> lies(servers, 1, LONG_AGO);
            default -> {}
        }
    }

    /** Mails that came on this day, and that a person has read. Their sender is the address of {@link #formerClient}. */
    private void lies(DebianMailServers servers, int count, LocalDate day) throws IOException {
        Path inbox = Files.createDirectories(servers.maildir(address()).resolve("cur"));
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < count; i++) {
            String id = day + "." + i + '.' + key();
            Path file = inbox.resolve(noon.getEpochSecond() + ".M" + i + ".test:2,S");
            Files.write(file, Mails.text(formerClient(), "Alt " + i, id + "@client.example", "", "Guten Tag"));
            Files.setLastModifiedTime(file, FileTime.from(noon));
        }
    }

    String formerClient() {
        return "former-" + key() + "@client.example";
    }

    /** @param secrets a folder for the files with its passwords */
    Map<String, String> settings(DebianMailServers servers, Path secrets) throws IOException {
        String password = this == REFUSED ? WRONG_PASSWORD : InteropObhut.PASSWORD;
        Path file = Files.writeString(secrets.resolve(key()), password + "\n");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("address", address());
        all.put("team", this == CONSILIERE ? "Südosteuropa" : "Erstkontakt");
        all.put("imap.host", host);
        all.put("imap.user", address());
        all.put("imap.security", "tls");
        all.put("smtp.host", badlyCertified() ? host : "localhost");
        all.put("smtp.security", "starttls");
        all.put("password-file", file.toString());
        all.put("ca-file", servers.authority().toString());
        all.put("poll-seconds", "600");
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        if (this == TOKEN) {
            all.put("oauth2.token-endpoint", servers.tokens().endpoint().toString());
            all.put("oauth2.client-secret-file", file.toString());
        }
        all.put("imap.port", port(servers, all.get("imap.security").equals("tls") ? "IMAPS" : "IMAP"));
        all.put("smtp.port", port(servers, all.get("smtp.security").equals("tls") ? "SMTPS" : "SUBMISSION"));
        if (this == STRIPPED) {
            all.put("smtp.port", port(servers, "SMTP"));
        }
        if (!asks()) {
            all.put("first-contact", "all");
        }
        return all;
    }

    /** Whether somebody has to choose what is fetched at the first connection. */
    private boolean asks() {
        return this == OLD || this == NEWER || this == FULL;
    }

    private boolean badlyCertified() {
        return this == EXPIRED || this == STRANGER || this == MISNAMED;
    }

    private static String port(DebianMailServers servers, String name) {
        return Integer.toString(servers.port(name));
    }
}
