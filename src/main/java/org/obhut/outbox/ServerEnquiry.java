package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Asks the servers of mailboxes what they take, before the first mail goes out by them. */
@ApplicationScoped
class ServerEnquiry {

    private static final System.Logger LOG = System.getLogger(ServerEnquiry.class.getName());

    private final SmtpAccounts mailboxes;
    private final KnownServers servers;
    private final SmtpProbe probe;

    @Inject
    ServerEnquiry(SmtpAccounts mailboxes, KnownServers servers, SmtpProbe probe) {
        this.mailboxes = mailboxes;
        this.servers = servers;
        this.probe = probe;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ServerEnquiry() {
        this(null, null, null);
    }

    /** Asks those that have not been spoken to. */
    void ask() {
        mailboxes.sending().stream().filter(mailbox -> !servers.knows(mailbox)).forEach(this::ask);
    }

    private void ask(String mailbox) {
        String trouble;
        try {
            trouble = probe.probe(mailboxes.account(mailbox), mailbox);
        } catch (AccountUnavailable e) {
            trouble = e.reason();
        }
        if (trouble != null) {
            LOG.log(Level.INFO, "smtp-not-asked {0} {1}", mailbox, trouble);
        }
    }
}
