package org.obhut.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.outbox.SignIn;
import org.obhut.platform.GrowingPause;

/**
 * Watches one mailbox, on a thread of its own: connects, lets {@link InboxPass} take what is there, then waits by IDLE where
 * the server has it, else by the clock. Whatever fails, it comes back, after growing pauses.
 */
final class Poller implements Runnable {

    /** How often another node, or a mailbox without a choice, is looked at again. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** A server that offers IDLE and breaks off each time is looked at by the clock: mail must not wait for the pauses to end. */
    private static final int MOST_BROKEN_IDLES = 3;

    private static final System.Logger LOG = System.getLogger(Poller.class.getName());

    private final MailAccount account;
    private final Intake intake;
    private final PollerContext context;
    private final InboxPass pass;
    private final GrowingPause pause;
    private final MailboxWatch watch;
    private final Semaphore poked = new Semaphore(0);
    private int brokenIdles;
    private volatile boolean ended;
    private volatile @Nullable ImapInbox current;

    Poller(MailAccount account, Intake intake, PollerContext context) {
        this.account = account;
        this.intake = intake;
        this.context = context;
        this.pass = new InboxPass(account, intake, context.clock(), context::pause);
        this.pause = context.pause();
        this.watch = new MailboxWatch(context.clock());
    }

    MailAccount account() {
        return account;
    }

    MailboxWatch watch() {
        return watch;
    }

    /** Has it look again now: a choice was made. */
    void poke() {
        poked.release();
        ImapInbox inbox = current;
        if (inbox != null) {
            inbox.wake();
        }
    }

    /** Lets it come to an end; the mail under way is finished. */
    void stop() {
        ended = true;
        poke();
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                Duration wait = attempt();
                if (!ended) {
                    rest(wait);
                }
            }
        } catch (InterruptedException e) {
            // The container ends.
            Thread.currentThread().interrupt();
        }
    }

    /** Polls as long as it goes well; returns how long to wait before the next attempt. */
    private Duration attempt() throws InterruptedException {
        Instant connected = null;
        try (Turn turn = context.turns().take(account.address()).orElse(null)) {
            if (turn == null) {
                watch.standby();
                return BETWEEN_LOOKS;
            }
            watch.connecting();
            try (ImapInbox inbox = connect()) {
                current = inbox;
                connected = context.clock().instant();
                serve(inbox, turn);
            } finally {
                current = null;
            }
            return Duration.ZERO;
        } catch (AccountUnavailable | MessagingException | IOException | SQLException | RuntimeException e) {
            return broken(e, connected);
        }
    }

    /**
     * Notes a failure and returns the pause. A connection that lasted is lost in the course of things, as servers end it now and
     * then; one that breaks at once must not be asked for again and again without an ever longer pause.
     */
    private Duration broken(Exception failure, @Nullable Instant connected) {
        String error = Trouble.of(failure);
        boolean lasted = connected != null && lasted(connected);
        if (lasted) {
            pause.reset();
        }
        Duration wait = pause.next();
        if (lasted && error.equals("connection-lost")) {
            watch.connecting();
            LOG.log(Level.INFO, "mailbox-reconnects {0}", account.name());
        } else {
            watch.failed(error, wait);
            LOG.log(Level.WARNING, "mailbox-failed {0} {1} {2}", account.name(), error, Failure.of(failure));
        }
        return wait;
    }

    private ImapInbox connect() throws AccountUnavailable, MessagingException {
        MailServer server = account.imap();
        SignIn signIn = context.credentials().signIn(account.address(), server);
        try {
            ImapInbox inbox = ImapInbox.open(server, signIn, context.patience().silence(), Credentials.trust(server));
            context.credentials().accepted(account.address(), signIn);
            return inbox;
        } catch (AuthenticationFailedException e) {
            context.credentials().refused(account.address(), signIn);
            throw e;
        }
    }

    private void serve(ImapInbox inbox, Turn turn) throws MessagingException, IOException, InterruptedException {
        boolean idles = inbox.capable("IDLE") && brokenIdles < MOST_BROKEN_IDLES;
        while (!ended && turn.held()) {
            Set<Long> uids = inbox.uids(null);
            Standing standing = intake.connected(account, inbox.uidValidity(), inbox.highestUid(uids), uids.size());
            if (standing.waiting()) {
                watch.waiting();
                rest(BETWEEN_LOOKS);
                continue;
            }
            Set<Long> wanted = standing.since() == null ? uids : inbox.uids(standing.since());
            InboxPass.Result result = pass.run(inbox, standing, uids, wanted, () -> ended || !turn.held());
            watch.looked(idles ? MailboxWatch.IDLE : MailboxWatch.POLLING, result.warning(), result.onServer());
            intake.worked(standing.mailbox());
            if (result.onServer().waiting() > 0) {
                rest(
                        account.fetching().poll().compareTo(BETWEEN_LOOKS) < 0
                                ? account.fetching().poll()
                                : BETWEEN_LOOKS);
            } else if (!inbox.news() && !ended) {
                await(inbox, idles);
            }
        }
    }

    private void await(ImapInbox inbox, boolean idles) throws MessagingException, InterruptedException {
        if (!idles) {
            rest(account.fetching().poll());
            return;
        }
        Future<?> wake = context.watchdog()
                .schedule(inbox::wake, context.patience().idle().toMillis(), TimeUnit.MILLISECONDS);
        Instant began = context.clock().instant();
        try {
            inbox.idle();
            brokenIdles = 0;
        } catch (MessagingException e) {
            brokenIdles = lasted(began) ? 0 : brokenIdles + 1;
            throw e;
        } finally {
            wake.cancel(false);
        }
    }

    private boolean lasted(Instant since) {
        return !context.clock().instant().isBefore(since.plus(context.patience().steady()));
    }

    /** Waits, unless poked. */
    private void rest(Duration time) throws InterruptedException {
        if (poked.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            poked.drainPermits();
        }
    }
}
