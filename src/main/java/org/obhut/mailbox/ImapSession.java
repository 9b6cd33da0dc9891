package org.obhut.mailbox;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The settings under which Angus Mail speaks IMAP for us. */
final class ImapSession {

    private ImapSession() {}

    /**
     * A session that never falls back to an unprotected connection, never marks a mail as seen and never expunges by closing.
     *
     * @param silence how long the server may say nothing before the connection counts as dead
     * @param trust checks certificates, null for the platform
     */
    static Session of(MailServer server, Duration silence, @Nullable SSLSocketFactory trust) {
        Properties p = new Properties();
        String protocol = protocol(server);
        String prefix = "mail." + protocol + '.';
        p.put(prefix + "host", server.host());
        p.put(prefix + "port", Integer.toString(server.port()));
        p.put(prefix + "connectiontimeout", "15000");
        p.put(prefix + "timeout", Long.toString(silence.toMillis()));
        p.put(prefix + "writetimeout", "30000");
        p.put(prefix + "peek", "true");
        p.put(prefix + "closefoldersonstorefailure", "true");
        // One connection: the folder's own. Blocking IDLE does not go with socket channels.
        p.put(prefix + "connectionpoolsize", "1");
        p.put(prefix + "separatestoreconnection", "false");
        p.put(prefix + "usesocketchannels", "false");
        p.put(prefix + "ssl.checkserveridentity", "true");
        p.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        // Asked only by BearerStore: see BearerProtocol.
        p.put(prefix + "sasl.enable", Boolean.toString(server.credential() instanceof Credential.OAuth));
        if (server.security() == MailServer.Security.STARTTLS) {
            p.put(prefix + "starttls.enable", "true");
            p.put(prefix + "starttls.required", "true");
        }
        if (trust != null) {
            p.put(prefix + "ssl.socketFactory", trust);
            p.put(prefix + "socketFactory.fallback", "false");
        }
        p.put("mail.store.protocol", protocol);
        p.put("mail.debug", "false");
        p.put("mail.debug.auth", "false");
        return Session.getInstance(p);
    }

    static String protocol(MailServer server) {
        return server.security() == MailServer.Security.TLS ? "imaps" : "imap";
    }
}
