package org.obhut.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.obhut.testing.KillableObhut;

/** An Obhut whose two mailboxes lie on servers from Debian, and clients beside it. */
final class InteropObhut implements AutoCloseable {

    static final String COUNSELLING = Mails.COUNSELLING;
    static final String CONSILIERE = "consiliere@obhut.example";
    private static final String PASSWORD = "mailbox-password";

    final DebianMailServers servers;
    final KillableObhut obhut;
    private final Path passwordFile;

    /** @param name of the folders that servers and Obhut have below {@code target} */
    InteropObhut(String name) throws Exception {
        servers = DebianMailServers.in(name);
        Path folder = Path.of("target/interop", name + "-obhut");
        org.obhut.launcher.DataFolder.delete(folder);
        obhut = KillableObhut.in(folder);
        passwordFile = Files.writeString(servers.authority().resolveSibling("mailbox-password"), PASSWORD + "\n");
        servers.user(COUNSELLING, PASSWORD);
        servers.user(CONSILIERE, PASSWORD);
        mailbox("beratung");
        mailbox("consiliere");
    }

    /** TLS for IMAP, STARTTLS for SMTP, by password; looked at by the clock once a minute where IDLE does not tell. */
    private void mailbox(String name) {
        set(name, "imap.host", "localhost");
        set(name, "imap.port", Integer.toString(servers.port("IMAPS")));
        set(name, "imap.security", "tls");
        set(name, "smtp.host", "localhost");
        set(name, "smtp.port", Integer.toString(servers.port("SUBMISSION")));
        set(name, "smtp.security", "starttls");
        set(name, "password-file", passwordFile.toString());
        set(name, "ca-file", servers.authority().toString());
        set(name, "poll-seconds", "60");
    }

    /** Sets {@code obhut.mailbox.<name>.<key>} for the next start. */
    void set(String name, String key, String value) {
        obhut.set("obhut.mailbox." + name + '.' + key, value);
    }

    Path passwordFile() {
        return passwordFile;
    }

    Api signIn(String name) throws Exception {
        return Api.signIn(obhut.obhut().address(), name);
    }

    /** Makes a client with a mailbox of her own. Returns the address. */
    String client(String... fields) throws IOException {
        String address = "c" + UUID.randomUUID().toString().substring(0, 8) + "@client.example";
        servers.user(address, address, fields);
        return address;
    }

    ImapInbox inboxOf(String client) throws Exception {
        return ImapInbox.ofClient(servers.port("IMAP"), client);
    }

    /** Sends a mail as a client's provider does. */
    void send(String from, String to, byte[] mail) throws IOException {
        try (var smtp = new RawSmtp(servers.port("SMTP"))) {
            smtp.send(from, to, mail);
        }
    }

    void send(String from, String to, String subject, String more, String text) throws IOException {
        String id = UUID.randomUUID() + "@client.example";
        send(from, to, Mails.text(from, subject, id, more, text));
    }

    @Override
    public void close() throws Exception {
        obhut.close();
        servers.close();
    }
}
