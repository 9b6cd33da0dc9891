package org.obhut.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

    /** How the connection is protected. Certificates are always verified. */
    enum Security {
        /** Not at all; for loopback only. */
        NONE,
        STARTTLS,
        TLS
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
