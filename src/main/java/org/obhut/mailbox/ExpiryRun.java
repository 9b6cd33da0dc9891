package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Statements;
import org.obhut.ticket.UnsentMails;

/** One run of {@link MailboxExpiry}: one transaction. */
@ApplicationScoped
@Transactional
public class ExpiryRun {

    private final QuarantinedMails quarantined;
    private final TakenMails taken;
    private final UnsentMails unsent;
    private final ClockGuard clocks;
    private final Statements statements;

    @Inject
    public ExpiryRun(
            QuarantinedMails quarantined,
            TakenMails taken,
            UnsentMails unsent,
            ClockGuard clocks,
            Statements statements) {
        this.quarantined = quarantined;
        this.taken = taken;
        this.unsent = unsent;
        this.clocks = clocks;
        this.statements = statements;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ExpiryRun() {
        this(null, null, null, null, null);
    }

    /** @throws ClockDoubt where the clocks disagree */
    void run() {
        List<Instant> last = statements.list(
                "SELECT last_run FROM retention_run FOR UPDATE",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
        if (!last.isEmpty()) {
            OffsetDateTime now = clocks.agreed(last.get(0)).atOffset(ZoneOffset.UTC);
            quarantined.due().forEach(quarantined::erase);
            taken.forget();
            unsent.eraseDue(LocalDate.ofInstant(now.toInstant(), ZoneOffset.UTC));
            statements.run("UPDATE retention_run SET last_run = ?", now);
        } else {
            // The first run only begins to keep the time.
            statements.run("INSERT INTO retention_run (last_run) VALUES (clock_timestamp())");
        }
    }
}
