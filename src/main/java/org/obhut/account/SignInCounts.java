package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;
import org.obhut.audit.Act;
import org.obhut.audit.AuditHour;
import org.obhut.audit.AuditTrail;

/**
 * Tells the audit trail who signed in, and each hour how many sign-ins were refused: without the name that was typed, which can be
 * a passphrase by mistake.
 */
@ApplicationScoped
@Transactional
public class SignInCounts {

    private final AuditTrail audit;
    private final AtomicLong refused = new AtomicLong();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SignInCounts() {
        this.audit = null;
    }

    @Inject
    public SignInCounts(AuditTrail audit) {
        this.audit = audit;
    }

    /** Counts a refusal. */
    void refused() {
        refused.incrementAndGet();
    }

    void began(@Observes SessionBegan session) {
        audit.add(Act.SIGNED_IN, session.caller().person());
    }

    /** Tells of the refusals since the last time; nothing where there were none. */
    void tell(@Observes AuditHour hour) {
        long times = refused.getAndSet(0);
        if (times > 0) {
            audit.count(Act.SIGN_INS_REFUSED, times);
        }
    }
}
