package org.obhut.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.SessionBegan;
import org.obhut.account.Succession;
import org.obhut.envelope.EnvelopeException;
import org.obhut.platform.Failures;

/**
 * Seals anew, beside other work and with the keys of a lead's session, what a change of a team has left over: after somebody left,
 * after a change of the team's rule. What is left is read from the database, so that a run that was stopped, by a crash or by the
 * session's end, is taken up when a lead of the team signs in next.
 */
@ApplicationScoped
public class Resealing {

    private static final System.Logger LOG = System.getLogger(Resealing.class.getName());
    private static final int BATCH = 200;

    /**
     * How far it has come.
     *
     * @param seals to former keys of the team
     * @param tickets whose readers are not yet those they are to be
     */
    public record Progress(long seals, long tickets, boolean running) {

        public boolean done() {
            return seals == 0 && tickets == 0;
        }
    }

    private final Succession succession;
    private final TeamSeals tickets;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    @Resource
    private @Nullable ManagedExecutorService managed;

    private final @Nullable Executor executor;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Resealing() {
        this(null, null);
    }

    @Inject
    public Resealing(Succession succession, TeamSeals tickets) {
        this(succession, tickets, null);
    }

    Resealing(Succession succession, TeamSeals tickets, @Nullable Executor executor) {
        this.succession = succession;
        this.tickets = tickets;
        this.executor = executor;
    }

    /** Takes up what a lead's teams have left over. */
    void begun(@Observes SessionBegan session) {
        session.caller().leads().forEach(team -> start(session.caller(), team));
    }

    /**
     * Begins, unless it runs already.
     *
     * @throws Refused where the caller does not lead the team
     */
    public void start(Caller lead, UUID team) {
        refuseOthers(lead, team);
        Executor threads = executor == null ? managed : executor;
        if (threads != null && running.add(team)) {
            threads.execute(() -> run(lead, team));
        }
    }

    /** @throws Refused where the caller does not lead the team */
    public Progress progress(Caller lead, UUID team) {
        refuseOthers(lead, team);
        return new Progress(succession.left(team), tickets.deviations(lead, team), running.contains(team));
    }

    private static void refuseOthers(Caller lead, UUID team) {
        if (!lead.leadOf(team)) {
            throw new Refused("lead of the team");
        }
    }

    private void run(Caller lead, UUID team) {
        try {
            succession.complete(lead, team, () -> false);
            settle(lead, team);
        } catch (EnvelopeException ended) {
            LOG.log(System.Logger.Level.INFO, "Sealing anew for team {0} waits for a lead''s next session", team);
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: sealing anew for team {0} stopped: {1}",
                    team,
                    Failures.trace(failure));
        } finally {
            running.remove(team);
        }
    }

    private void settle(Caller lead, UUID team) {
        Set<UUID> failed = new HashSet<>();
        List<UUID> batch = tickets.deviating(lead, team, BATCH);
        while (!failed.containsAll(batch)) {
            for (UUID ticket : batch) {
                if (!failed.contains(ticket) && !settled(lead, team, ticket)) {
                    failed.add(ticket);
                }
            }
            batch = tickets.deviating(lead, team, BATCH + failed.size());
        }
    }

    /** One ticket that does not open must not hold up all others. */
    private boolean settled(Caller lead, UUID team, UUID ticket) {
        lead.keyring().root(lead.person());
        try {
            tickets.settle(lead, team, ticket);
            return true;
        } catch (EnvelopeException | TicketNotFound damaged) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: ticket {0} could not be sealed anew", ticket);
            return false;
        }
    }
}
