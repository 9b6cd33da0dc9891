package org.obhut.notification;

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
import org.obhut.platform.StartupOrder;

/** Looks every few seconds whether somebody is to be told. */
@ApplicationScoped
public class NotificationClock {

    private static final System.Logger LOG = System.getLogger(NotificationClock.class.getName());
    private static final int SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final NotificationRun run;
    private @Nullable ScheduledFuture<?> schedule;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NotificationClock() {
        this(null);
    }

    @Inject
    NotificationClock(NotificationRun run) {
        this.run = run;
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        schedule = timer.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            run.run();
        } catch (RuntimeException e) {
            // A timer that throws would never run again.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "notification-run {0}",
                    e.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
