package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.obhut.platform.ClockDoubt;

/** Ends what is due: quarantined mails after their days, identities of mails that are long gone. Stops and alarms where clocks disagree. */
@ApplicationScoped
public class MailboxExpiry {

    private static final System.Logger LOG = System.getLogger(MailboxExpiry.class.getName());

    private final ExpiryRun expiry;

    @Inject
    public MailboxExpiry(ExpiryRun expiry) {
        this.expiry = expiry;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxExpiry() {
        this(null);
    }

    /** Never throws: a timer's next run must come. */
    void run() {
        try {
            expiry.run();
        } catch (ClockDoubt e) {
            LOG.log(Level.ERROR, "ALARM: nothing was cleared: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "mailbox-expiry {0}", Failure.of(e));
        }
    }
}
