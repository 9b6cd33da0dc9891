package org.obhut.call;

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

/** Forgets of logged calls, once they can't be taken back any more, by what they could. */
@ApplicationScoped
public class SavedCallsEnd {

    private static final System.Logger LOG = System.getLogger(SavedCallsEnd.class.getName());
    private static final int SECONDS = 20;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final SavedCalls saved;
    private @Nullable ScheduledFuture<?> schedule;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SavedCallsEnd() {
        this(null);
    }

    @Inject
    SavedCallsEnd(SavedCalls saved) {
        this.saved = saved;
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        schedule = timer.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            saved.end();
        } catch (RuntimeException failure) {
            // A timer that throws would never run again.
            LOG.log(System.Logger.Level.WARNING, "saved-calls {0}", Failures.trace(failure));
        }
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
