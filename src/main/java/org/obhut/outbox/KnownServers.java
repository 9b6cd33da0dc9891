package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the server of each mailbox said of itself when it was last spoken to, so that whoever writes hears of a limit in time. */
@ApplicationScoped
class KnownServers {

    private final Map<String, SmtpExtensions> known = new ConcurrentHashMap<>();

    void heard(String mailbox, SmtpExtensions extensions) {
        known.put(mailbox, extensions);
    }

    boolean knows(String mailbox) {
        return known.containsKey(mailbox);
    }

    SmtpExtensions of(String mailbox) {
        return known.getOrDefault(mailbox, SmtpExtensions.UNKNOWN);
    }
}
