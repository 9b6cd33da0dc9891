package org.obhut.mailbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mail server and a poller on it, anew for each test. */
@Timeout(60)
abstract class PollerCase {

    @TempDir
    Path folder;

    MailServerFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new MailServerFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Whether the poller waits for mail and has nothing to complain of. */
    static boolean well(Poller poller) {
        MailboxWatch.Now now = poller.watch().now();
        return now.state().equals(MailboxWatch.IDLE) && now.error() == null;
    }

    static boolean failed(Poller poller, String error) {
        MailboxWatch.Now now = poller.watch().now();
        return now.state().equals(MailboxWatch.FAILED) && error.equals(now.error());
    }

    /** How often this was said to the server. */
    long said(String word) {
        return server.proxy.commands().stream().filter(c -> c.endsWith(word)).count();
    }
}
