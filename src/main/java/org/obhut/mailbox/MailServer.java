package org.obhut.mailbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Loopback;

/**
 * One side of a mailbox: where it is reached and how one signs in there.
 *
 * @param user null where the server wants no sign-in
 * @param credential null where {@code user} is
 * @param caFile certificates to trust in place of the generally known ones, null for those
 */
record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable Credential credential,
        @Nullable Path caFile) {

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
                user.isPresent() ? Credential.of(settings, side) : null,
                settings.authorities(settings.nearest(side, "ca-file")).orElse(null)));
    }

    @Override
    public String toString() {
        return host + ':' + port;
    }
}
