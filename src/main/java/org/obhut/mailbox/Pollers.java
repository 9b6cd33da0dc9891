package org.obhut.mailbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.obhut.platform.DatabaseSafety;
import org.obhut.platform.StartupOrder;

/** Starts one poller for each mailbox, on a thread of its own, and ends them. */
@ApplicationScoped
public class Pollers {

    private static final long MILLISECONDS_TO_END = 4_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(Pollers.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final MailAccounts accounts;
    private final Credentials credentials;
    private final Intake intake;
    private final DatabaseSafety safety;
    private final DataSource database;
    private final SecureRandom random;
    private final Clock clock;
    private final List<Poller> pollers = new CopyOnWriteArrayList<>();
    private final List<Thread> polling = new CopyOnWriteArrayList<>();
    private volatile boolean durable;

    @Inject
    Pollers(
            MailAccounts accounts,
            Credentials credentials,
            Intake intake,
            DatabaseSafety safety,
            DataSource database,
            SecureRandom random,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.intake = intake;
        this.safety = safety;
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Pollers() {
        this(null, null, null, null, null, null, null);
    }

    /** A mail is deleted on its server after the commit, so that nothing is polled on a database that may lose commits. */
    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start)
            throws SQLException {
        accounts.all().forEach(account -> pollers.add(new Poller(account, intake, context())));
        durable = safety.commitsAreDurable();
        if (!durable) {
            LOG.log(Level.ERROR, "No mail is fetched: the database runs with fsync or synchronous_commit off");
            pollers.forEach(poller -> poller.watch().failed("database-not-durable", null));
            return;
        }
        pollers.forEach(this::run);
    }

    private PollerContext context() {
        return new PollerContext(
                address -> MailboxLock.take(database, address),
                credentials,
                timer,
                clock,
                random,
                PollerContext.Patience.USUAL,
                FIRST_PAUSE);
    }

    private void run(Poller poller) {
        Thread thread = threads.newThread(poller);
        thread.setName("mailbox-" + poller.account().name());
        polling.add(thread);
        thread.start();
    }

    /** Begins to fetch from a mailbox that was added or changed, in place of whoever fetches from that address now. */
    synchronized void begin(MailAccount account) {
        end(account.address());
        Poller poller = new Poller(account, intake, context());
        pollers.add(poller);
        if (durable) {
            run(poller);
        } else {
            poller.watch().failed("database-not-durable", null);
        }
    }

    /** Fetches from this address no more; the mail under way is finished. */
    synchronized void end(String address) {
        of(address).ifPresent(poller -> {
            pollers.remove(poller);
            poller.stop();
        });
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) throws InterruptedException {
        pollers.forEach(Poller::stop);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_TO_END);
        for (Thread thread : polling) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }

    /** The poller of a mailbox. */
    Optional<Poller> of(String address) {
        return pollers.stream()
                .filter(poller -> poller.account().address().equalsIgnoreCase(address))
                .findFirst();
    }
}
