package org.obhut.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.StartupOrder;

/** Once an hour: what was counted is told, what is older than 12 months goes, and the whole chain is read. */
@ApplicationScoped
public class AuditWatch {

    private static final System.Logger LOG = System.getLogger(AuditWatch.class.getName());

    private final AuditKeeping keeping;
    private final Event<AuditHour> hours;

    @Resource
    private ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> watch;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditWatch() {
        this(null, null);
    }

    @Inject
    public AuditWatch(AuditKeeping keeping, Event<AuditHour> hours) {
        this.keeping = keeping;
        this.hours = hours;
    }

    void start(@Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start) {
        run();
        watch = executor.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    /** Never throws: a timer's next run must come. */
    private void run() {
        try {
            hours.fire(new AuditHour());
            keeping.expire();
        } catch (ClockDoubt doubt) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: no line of the audit trail was removed: {0}",
                    doubt.getMessage());
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: the audit trail: {0}",
                    failure.getClass().getName());
        }
        try {
            if (keeping.check() instanceof Verdict.Broken broken) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "ALARM: the audit trail is broken at line {0}: {1}",
                        Long.toString(broken.position()),
                        broken.fault());
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: the audit trail was not read: {0}",
                    failure.getClass().getName());
        }
    }
}
