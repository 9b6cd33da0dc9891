package org.obhut.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
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

    private static final System.Logger LOG = System.getLogger(Poller.class.getName());

    private final MailAccount account;
    private final Intake intake;
    private final PollerContext context;
    private final InboxPass pass;
    private final GrowingPause pause;
    private final MailboxWatch watch = new MailboxWatch();
    private final Semaphore poked = new Semaphore(0);
    private volatile boolean ended;
    private volatile @Nullable ImapInbox current;

    Poller(MailAccount account, Intake intake, PollerContext context) {
        this.account = account;
        this.intake = intake;
        this.context = context;
        this.pass = new InboxPass(account, intake, context.clock(), context::pause);
        this.pause = context.pause();
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
        try (Turn turn = context.turns().take(account.address()).orElse(null)) {
            if (turn == null) {
                watch.state(MailboxWatch.STANDBY);
                return BETWEEN_LOOKS;
            }
            watch.connecting();
            try (ImapInbox inbox = connect()) {
                current = inbox;
                serve(inbox, turn);
            } finally {
                current = null;
            }
            return Duration.ZERO;
        } catch (AccountUnavailable | MessagingException | IOException | SQLException | RuntimeException e) {
            String error = Trouble.of(e);
            watch.failed(error);
            LOG.log(Level.WARNING, "mailbox-failed {0} {1} {2}", account.name(), error, Failure.of(e));
            return pause.next();
        }
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
        boolean idles = inbox.capable("IDLE");
        while (!ended && turn.held()) {
            Set<Long> uids = inbox.uids(null);
            Standing standing = intake.connected(account, inbox.uidValidity(), inbox.highestUid(uids), uids.size());
            if (standing.waiting()) {
                watch.state(MailboxWatch.WAITING_FOR_CHOICE);
                rest(BETWEEN_LOOKS);
                continue;
            }
            Set<Long> wanted = standing.since() == null ? uids : inbox.uids(standing.since());
            InboxPass.Result result = pass.run(inbox, standing, wanted, () -> ended || !turn.held());
            pause.reset();
            report(result, idles);
            if (result.failed() > 0) {
                rest(
                        account.fetching().poll().compareTo(BETWEEN_LOOKS) < 0
                                ? account.fetching().poll()
                                : BETWEEN_LOOKS);
            } else if (!inbox.news() && !ended) {
                await(inbox, idles);
            }
        }
    }

    private void report(InboxPass.Result result, boolean idles) {
        String state = idles ? MailboxWatch.IDLE : MailboxWatch.POLLING;
        if (result.failed() > 0) {
            watch.warn(state, "mail-left-on-server");
        } else if (result.stuck()) {
            watch.warn(state, "cannot-remove");
        } else {
            watch.state(state);
        }
    }

    private void await(ImapInbox inbox, boolean idles) throws MessagingException, InterruptedException {
        if (!idles) {
            rest(account.fetching().poll());
            return;
        }
        Future<?> wake = context.watchdog()
                .schedule(inbox::wake, context.patience().idle().toMillis(), TimeUnit.MILLISECONDS);
        try {
            inbox.idle();
        } finally {
            wake.cancel(false);
        }
    }

    /** Waits, unless poked. */
    private void rest(Duration time) throws InterruptedException {
        if (poked.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            poked.drainPermits();
        }
    }
}
