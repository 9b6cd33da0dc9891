package org.obhut.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.obhut.account.SessionBegan;
import org.obhut.account.SessionEnded;
import org.obhut.account.TeamsChanged;
import org.obhut.envelope.RightsEnded;
import org.obhut.platform.Failures;
import org.obhut.platform.StartupOrder;
import org.obhut.ticket.DeskChanged;

/**
 * Keeps the index as sessions and tickets are: hears what begins, ends and changes, and lets one thread at a time do what follows from
 * it. Hiding what changed, and taking out what nobody may find any more, is done at once by whoever tells of it.
 */
@ApplicationScoped
public class Gathering {

    private static final System.Logger LOG = System.getLogger(Gathering.class.getName());
    private static final int SECONDS = 60;

    private final Library library;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean all = new AtomicBoolean();

    @Resource
    private @Nullable ManagedExecutorService managed;

    @Resource
    private @Nullable ManagedScheduledExecutorService timer;

    private final @Nullable Executor executor;
    private @Nullable ScheduledFuture<?> watch;
    private volatile boolean stopped;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Gathering() {
        this(null, null);
    }

    @Inject
    public Gathering(Library library) {
        this(library, null);
    }

    Gathering(Library library, @Nullable Executor executor) {
        this.library = library;
        this.executor = executor;
    }

    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        if (timer != null) {
            watch = timer.scheduleWithFixedDelay(this::lookAgain, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    void began(@Observes SessionBegan session) {
        library.begin(session.caller());
        wake();
    }

    void ended(@Observes SessionEnded session) {
        library.end(session.caller());
        wake();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskChanged change) {
        library.changed(change.ticket());
        wake();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TeamsChanged change) {
        lookAgain();
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RightsEnded rights) {
        lookAgain();
    }

    /** Looks at all rights of all sessions: what nothing told of, such as the work of another node, is found here. */
    void lookAgain() {
        all.set(true);
        wake();
    }

    private void wake() {
        Executor threads = executor == null ? managed : executor;
        if (threads != null && !stopped && running.compareAndSet(false, true)) {
            threads.execute(this::run);
        }
    }

    private void run() {
        boolean well = false;
        try {
            boolean more = true;
            while (more && !stopped) {
                if (all.getAndSet(false)) {
                    library.lookAgain();
                }
                more = library.step() || all.get();
            }
            well = true;
        } catch (RuntimeException failure) {
            // What changed stays hidden meanwhile; the next event, or the next look at all rights, goes on with it.
            LOG.log(System.Logger.Level.ERROR, "What can be searched is not up to date: {0}", Failures.trace(failure));
        } finally {
            running.set(false);
        }
        // What was told between the last step and now found a thread at work, which is over.
        if (well && (library.waits() || all.get())) {
            wake();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (watch != null) {
            watch.cancel(false);
        }
    }
}
