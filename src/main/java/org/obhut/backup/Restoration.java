package org.obhut.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.outbox.Outbox;
import org.obhut.platform.Statements;

/** A restore that the server has not seen yet: settled once, in one transaction. */
@ApplicationScoped
public class Restoration {

    private static final System.Logger LOG = System.getLogger(Restoration.class.getName());

    private final Statements statements;
    private final Outbox outbox;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Restoration() {
        this(null, null, null);
    }

    @Inject
    public Restoration(Statements statements, Outbox outbox, AuditTrail audit) {
        this.statements = statements;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Gives up what was on its way and says in the audit trail that a restore happened. Nothing where there was none. */
    @Transactional
    public void settle() {
        int restores = statements.run("UPDATE restoration SET settled = true WHERE NOT settled");
        if (restores > 0) {
            int held = outbox.giveUpRestored();
            audit.count(Act.DATABASE_RESTORED, restores);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database was restored; {0} mails that were on their way are held until somebody decides",
                    held);
        }
    }
}
