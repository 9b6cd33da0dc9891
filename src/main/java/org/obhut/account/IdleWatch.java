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

/** Sees to it that an idle session ends on time also when nobody asks for it any more. */
@ApplicationScoped
public class IdleWatch {

    private static final int SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> watch;

    void start(
            @Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start,
            Sessions sessions) {
        watch = executor.scheduleWithFixedDelay(sessions::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
    }
}
