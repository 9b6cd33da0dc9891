package org.obhut.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.obhut.platform.Statements;

/** Lines that say who did what, kept for 12 months. Part of the caller's transaction: what did not happen is not told. */
@ApplicationScoped
public class AuditTrail {

    private final Statements statements;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditTrail() {
        this.statements = null;
        this.clock = null;
    }

    @Inject
    public AuditTrail(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param actor the person who did it
     * @param subject the team or person it was done to; never a ticket or a client
     */
    public void add(Act act, UUID actor, UUID subject) {
        statements.run(
                "INSERT INTO audit_line (id, at, act, actor, subject) VALUES (gen_random_uuid(), ?, ?, ?, ?)",
                clock.instant().atOffset(ZoneOffset.UTC),
                act.name(),
                actor,
                subject);
    }
}
