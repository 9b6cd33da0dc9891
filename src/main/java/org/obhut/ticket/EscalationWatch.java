package org.obhut.ticket;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Failures;
import org.obhut.platform.StartupOrder;

/** Looks every few seconds whether a client waits too long. */
@ApplicationScoped
public class EscalationWatch {

    private static final System.Logger LOG = System.getLogger(EscalationWatch.class.getName());
    private static final int SECONDS = 20;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final Escalation escalation;
    private @Nullable ScheduledFuture<?> schedule;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected EscalationWatch() {
        this(null);
    }

    @Inject
    EscalationWatch(Escalation escalation) {
        this.escalation = escalation;
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        schedule = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            escalation.run();
        } catch (RuntimeException failure) {
            // A timer that throws would never run again.
            LOG.log(System.Logger.Level.WARNING, "escalation-run {0}", Failures.trace(failure));
        }
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
