package org.obhut.outbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.DispatchKeyReplaced;
import org.obhut.platform.StartupOrder;

/**
 * Sends what lies in the outbox: at once when a reply is accepted, and by the clock for what was held or has to be tried
 * again. Any number of dispatchers may work on one outbox; the claim in the database keeps them apart.
 */
@ApplicationScoped
public class Dispatcher {

    private static final int CONVERSATIONS = 4;
    private static final int SECONDS_TO_FINISH = 5;
    private static final int TICKS_TO_PROLONG = 15;
    private static final int TICKS_TO_ASK = 600;
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    @Resource
    private ManagedExecutorService workers;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final Round round;
    private final Deliveries deliveries;
    private final ServerEnquiry enquiry;
    private final Semaphore free = new Semaphore(CONVERSATIONS);
    private volatile @Nullable ScheduledFuture<?> clockwork;
    private int ticks;

    @Inject
    Dispatcher(Round round, Deliveries deliveries, ServerEnquiry enquiry) {
        this.round = round;
        this.deliveries = deliveries;
        this.enquiry = enquiry;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Dispatcher() {
        this.round = null;
        this.deliveries = null;
        this.enquiry = null;
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        clockwork = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplyAccepted reply) {
        work();
    }

    /** Lets a conversation under way come to its end, for a few seconds; what has not come to its final dot is given back. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) throws InterruptedException {
        ScheduledFuture<?> running = clockwork;
        if (running != null) {
            running.cancel(false);
        }
        round.end();
        boolean finished = free.tryAcquire(CONVERSATIONS, SECONDS_TO_FINISH, TimeUnit.SECONDS);
        LOG.log(Level.INFO, finished ? "dispatcher-ended" : "dispatcher-ended-in-conversation");
        round.release();
    }

    /** Seals what still waits under today's key, before older ones are destroyed. */
    void reseal(@Observes DispatchKeyReplaced key) {
        boolean more = true;
        while (more) {
            more = deliveries.reseal();
        }
    }

    private void tick() {
        int now = ticks++;
        try {
            work();
            if (now % TICKS_TO_PROLONG == 0) {
                round.prolong();
            }
            if (now % TICKS_TO_ASK == 0) {
                workers.execute(this::ask);
            }
        } catch (RuntimeException e) {
            // The next tick is a new chance; a timer that throws would never run again.
            LOG.log(Level.WARNING, "dispatcher-tick {0}", e.getClass().getName());
        }
    }

    private void ask() {
        try {
            enquiry.ask();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "dispatcher-enquiry {0}", e.getClass().getName());
        }
    }

    private void work() {
        if (free.tryAcquire()) {
            try {
                workers.execute(this::deliverAll);
            } catch (RuntimeException e) {
                free.release();
                throw e;
            }
        }
    }

    private void deliverAll() {
        try {
            boolean more = true;
            while (more) {
                more = round.next();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "dispatcher-round {0}", e.getClass().getName());
        } finally {
            free.release();
        }
    }
}
