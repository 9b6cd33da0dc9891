package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;

/** What is written when a mailbox is added, changed or removed in the console: its row and a line of the audit trail, or neither. */
@ApplicationScoped
@Transactional
public class MailboxChanges {

    private final AddedMailboxes added;
    private final Teams teams;
    private final AuditTrail audit;

    @Inject
    public MailboxChanges(AddedMailboxes added, Teams teams, AuditTrail audit) {
        this.added = added;
        this.teams = teams;
        this.audit = audit;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxChanges() {
        this(null, null, null);
    }

    void put(Caller caller, String address, Map<String, String> settings) {
        Act act = added.put(address, settings) ? Act.MAILBOX_ADDED : Act.MAILBOX_CHANGED;
        audit.add(act, caller.person(), teams.ofMailbox(address));
    }

    /** False where it was not added here. */
    boolean remove(Caller caller, String address) {
        boolean removed = added.remove(address);
        if (removed) {
            audit.add(Act.MAILBOX_REMOVED, caller.person(), teams.ofMailbox(address));
        }
        return removed;
    }
}
