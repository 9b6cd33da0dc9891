package org.obhut.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Loopback;
import org.obhut.platform.Secret;

/**
 * One side of a mailbox: where it is reached and how one signs in there.
 *
 * @param user null where the server wants no sign-in
 * @param passwordFile null where {@code user} is
 */
record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable Path passwordFile) {

    private static final int HIGHEST_PORT = 65_535;

    /** How the connection is protected. Certificates are always verified. */
    enum Security {
        /** Not at all; for loopback only. */
        NONE,
        STARTTLS,
        TLS
    }

    /** The server that mail comes from; its sign-in has to be set. */
    static MailServer imap(MailboxSettings settings) {
        settings.required("imap.user");
        return of(settings, "imap", 143, 143, 993).orElseThrow(() -> settings.invalid("imap.host", "must be set"));
    }

    /** The server that answers go to; empty where none is set. */
    static Optional<MailServer> smtp(MailboxSettings settings) {
        return of(settings, "smtp", 25, 587, 465);
    }

    private static Optional<MailServer> of(
            MailboxSettings settings, String side, int plainPort, int startTlsPort, int tlsPort) {
        Optional<String> host = settings.text(side + ".host");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String security = settings.choice(side + ".security", List.of("none", "starttls", "tls"), "tls");
        if (security.equals("none") && !Loopback.names(host.get())) {
            throw settings.invalid(side + ".security", "may be 'none' for a loopback address only");
        }
        int port = security.equals("tls") ? tlsPort : security.equals("starttls") ? startTlsPort : plainPort;
        // A server on the same machine may take mails from anybody; elsewhere the IMAP sign-in serves unless
        // another is set.
        Optional<String> user = settings.text(side + ".user")
                .or(() -> security.equals("none") ? Optional.empty() : settings.text("imap.user"));
        return Optional.of(new MailServer(
                host.get(),
                settings.number(side + ".port", HIGHEST_PORT).orElse(port),
                Security.valueOf(security.toUpperCase(Locale.ROOT)),
                user.orElse(null),
                user.isPresent() ? passwordFile(settings, side) : null));
    }

    private static Path passwordFile(MailboxSettings settings, String side) {
        String own = side + ".password-file";
        return settings.readable(settings.text(own).isPresent() ? own : "password-file");
    }

    /**
     * Reads the password: the file's first line. It is read at each connection, so that a changed password needs no restart
     * and no copy stays in memory.
     *
     * @throws IOException where the file can't be read
     */
    Secret<String> password() throws IOException {
        if (passwordFile == null) {
            return Secret.of("");
        }
        return Secret.of(Files.readString(passwordFile).lines().findFirst().orElse(""));
    }

    @Override
    public String toString() {
        return host + ':' + port;
    }
}
