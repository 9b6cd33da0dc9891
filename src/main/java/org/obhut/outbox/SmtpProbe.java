package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tries whether mails of a mailbox could be handed over now. */
@ApplicationScoped
public class SmtpProbe {

    /** Someone waits for the answer. */
    private static final SmtpPatience SHORT =
            new SmtpPatience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final Courier courier;

    @Inject
    public SmtpProbe(KnownServers servers) {
        courier = new Courier(SHORT, servers);
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected SmtpProbe() {
        this(null);
    }

    /**
     * Connects and signs in, hears what the server can do, and sends nothing.
     *
     * @param mailbox its address
     * @return why that failed, as a word of our own that begins with {@code smtp-}; null where it did not
     */
    public @Nullable String probe(SmtpAccount account, String mailbox) {
        return courier.probe(account, AddrSpec.parse("from", mailbox));
    }
}
