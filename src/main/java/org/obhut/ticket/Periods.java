package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;

/** How long the tickets of each mailbox are kept; for administrators. */
@ApplicationScoped
@Transactional
public class Periods {

    private final RetentionPolicies policies;
    private final Teams teams;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Periods() {
        this(null, null, null);
    }

    @Inject
    Periods(RetentionPolicies policies, Teams teams, AuditTrail audit) {
        this.policies = policies;
        this.teams = teams;
        this.audit = audit;
    }

    /** @throws Refused where the caller is no administrator */
    public RetentionPolicy of(Caller caller, String mailbox) {
        caller.requireAdministrator();
        return policies.of(Optional.of(mailbox));
    }

    /**
     * Sets a mailbox's periods; they hold at once, for the tickets that are there too.
     *
     * @throws Refused where the caller is no administrator
     * @throws org.obhut.platform.InvalidInput where a number is out of range
     */
    public void set(Caller caller, String mailbox, RetentionPolicy policy) {
        caller.requireAdministrator();
        policies.set(mailbox, policy.checked());
        audit.add(Act.PERIODS_CHANGED, caller.person(), teams.ofMailbox(mailbox));
    }
}
