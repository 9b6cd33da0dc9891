package org.obhut.statistics;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/** Keeps the hourly run going. */
@ApplicationScoped
public class FactMoveStart {

    private static final Duration HOUR = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService timer;

    private final FactMove move;
    private final Settings settings;
    private volatile @Nullable ScheduledFuture<?> schedule;

    @Inject
    FactMoveStart(FactMove move, Settings settings) {
        this.move = move;
        this.settings = settings;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected FactMoveStart() {
        this(null, null);
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        schedule = timer.scheduleWithFixedDelay(
                move::run, settings.firstErasure().toMillis(), HOUR.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        move.stop();
        ScheduledFuture<?> running = schedule;
        if (running != null) {
            running.cancel(false);
        }
    }
}
