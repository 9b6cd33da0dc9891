package org.obhut.account;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.StartupOrder;

/** Looks for exchanged keys each hour and says so in the log, whether or not anybody seals to them. */
@ApplicationScoped
public class KeyWatch {

    private static final System.Logger LOG = System.getLogger(KeyWatch.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> watch;

    void start(
            @Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start,
            KeyAlarms alarms) {
        watch = executor.scheduleWithFixedDelay(() -> look(alarms), 1, 60, TimeUnit.MINUTES);
    }

    private static void look(KeyAlarms alarms) {
        try {
            alarms.all()
                    .forEach(alarm -> LOG.log(
                            System.Logger.Level.ERROR,
                            "ALARM: keys are not as they were pinned: {0}, {1}",
                            alarm.kind(),
                            alarm.name()));
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Exchanged keys were not looked for ({0}), they will be in an hour",
                    failure.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
    }
}
