package org.obhut.retention;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/** Ends again what a restored database has brought back, before anyone can sign in, and keeps the hourly run going. */
@ApplicationScoped
public class ErasureStart {

    private static final System.Logger LOG = System.getLogger(ErasureStart.class.getName());
    private static final Duration HOUR = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService timer;

    private final Erasure erasure;
    private final Settings settings;
    private volatile @Nullable ScheduledFuture<?> schedule;

    @Inject
    ErasureStart(Erasure erasure, Settings settings) {
        this.erasure = erasure;
        this.settings = settings;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureStart() {
        this(null, null);
    }

    /** A start ends where this fails: what was erased must not be read. */
    void start(@Observes @Priority(StartupOrder.ERASED) @Initialized(ApplicationScoped.class) Object start) {
        long again = erasure.replay();
        if (again > 0) {
            LOG.log(Level.WARNING, "erased-again {0}: the database held files that had been erased", again);
        }
        schedule = timer.scheduleWithFixedDelay(
                erasure::run, settings.firstErasure().toMillis(), HOUR.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        erasure.stop();
        ScheduledFuture<?> running = schedule;
        if (running != null) {
            running.cancel(false);
        }
    }
}
