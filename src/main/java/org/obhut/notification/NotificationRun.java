package org.obhut.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ClientWaits;
import org.obhut.ticket.Escalated;

/** From 'a client wrote' to one mail that says no more than that something waits. */
@ApplicationScoped
public class NotificationRun {

    private static final System.Logger LOG = System.getLogger(NotificationRun.class.getName());

    private final NotificationRows rows;
    private final NotificationSender sender;
    private final OperatingSecrets secrets;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NotificationRun() {
        this(null, null, null, null);
    }

    @Inject
    NotificationRun(NotificationRows rows, NotificationSender sender, OperatingSecrets secrets, Clock clock) {
        this.rows = rows;
        this.sender = sender;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** In intake's transaction; what mail is no client's own never comes here. */
    void note(@Observes ClientWaits waits) {
        rows.mark(waits.responsible(), waits.readers());
        if (waits.urgent()) {
            rows.markLeads(waits.readers());
        }
    }

    /** Leads hear of what is too late for their team, whatever else they chose to hear of. */
    void note(@Observes Escalated late) {
        rows.markHolders(late.leads());
        if (late.urgent()) {
            rows.markLeads(Set.of(late.leads()));
        }
    }

    /** Sends what is due. That it was sent is committed with the outbox's row: one that can't be sent is not tried again. */
    @Transactional
    public void run() {
        Instant now = clock.instant();
        for (NotificationRows.Row row : rows.due(now)) {
            if (row.address() != null && (row.pressing(now) || !row.choice().quiet(now))) {
                tell(row, now);
            }
        }
    }

    private void tell(NotificationRows.Row row, Instant now) {
        rows.told(row.person(), row.choice().next(now), Pace.AT_ONCE.after(now));
        try {
            String address = Notifications.address(secrets, row.person(), row.address());
            sender.send(address, row.language(), Notice.in(row.language()).waiting());
        } catch (InvalidInput | EnvelopeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "notification-not-sent {0}",
                    e.getClass().getName());
        }
    }
}
