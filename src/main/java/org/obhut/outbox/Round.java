package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.OperatingSecrets;

/** One claim after the other: take a row, talk to SMTP outside any transaction, record how it ended. */
@ApplicationScoped
class Round {

    private static final System.Logger LOG = System.getLogger(Round.class.getName());

    private final Deliveries deliveries;
    private final SmtpAccounts mailboxes;
    private final OperatingSecrets secrets;
    private final Courier courier;
    private final Clock clock;
    private final Map<UUID, Claim> active = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @Inject
    Round(Deliveries deliveries, SmtpAccounts mailboxes, OperatingSecrets secrets, Courier courier, Clock clock) {
        this.deliveries = deliveries;
        this.mailboxes = mailboxes;
        this.secrets = secrets;
        this.courier = courier;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Round() {
        this.deliveries = null;
        this.mailboxes = null;
        this.secrets = null;
        this.courier = null;
        this.clock = null;
    }

    /** Delivers the row that is due longest. False where none is due, or the end has come. */
    boolean next() {
        Optional<Claim> claim = ended() ? Optional.empty() : deliveries.claim();
        claim.ifPresent(this::deliver);
        return claim.isPresent();
    }

    /** Keeps what is being delivered ours. */
    void prolong() {
        if (!active.isEmpty()) {
            deliveries.prolong(Set.copyOf(active.keySet()));
        }
    }

    /** Lets nothing more begin. */
    void end() {
        end.countDown();
    }

    /** Gives back at once what is under way and has not come to its final dot; its conversation will stop there. */
    void release() {
        active.values().forEach(deliveries::release);
    }

    private boolean ended() {
        return end.getCount() == 0;
    }

    private void deliver(Claim claim) {
        active.put(claim.owner(), claim);
        try {
            Outcome outcome = attempt(claim);
            log(claim, outcome);
            record(claim, outcome);
        } finally {
            active.remove(claim.owner());
            Arrays.fill(claim.sealed(), (byte) 0);
        }
    }

    private Outcome attempt(Claim claim) {
        if (!clock.instant().isBefore(claim.expiresAt())) {
            return new Outcome.Refused("expired");
        }
        try {
            Parcel parcel = Parcel.unpacked(secrets.openDispatch(claim.id(), claim.sealed()));
            if (claim.finalDots() >= parcel.mostFinalDots()) {
                return new Outcome.Refused("never-answered");
            }
            AddrSpec sender = AddrSpec.parse("from", claim.mailbox());
            SmtpAccount account = mailboxes.account(claim.mailbox());
            Outcome outcome =
                    courier.deliver(account, sender, parcel, () -> deliveries.finalDot(claim, courier.lease()));
            mailboxes.answered(claim.mailbox(), account, outcome.trouble());
            return outcome;
        } catch (AccountUnavailable e) {
            mailboxes.answered(claim.mailbox(), null, e.reason());
            return new Outcome.Later(e.reason());
        } catch (EnvelopeException e) {
            return new Outcome.Refused("dispatch-key-gone");
        }
    }

    /** That a mail was taken is recorded at any cost while its lease lasts, for otherwise it would be sent again. */
    private void record(Claim claim, Outcome outcome) {
        for (long seconds = courier.lease().toSeconds(); ; seconds--) {
            try {
                store(claim, outcome);
                return;
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "outbox-not-recorded {0} {1}",
                        claim.id(),
                        e.getClass().getName());
                if (seconds <= 0 || !(outcome instanceof Outcome.Accepted) || endedWithin(1)) {
                    return;
                }
            }
        }
    }

    private void store(Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            deliveries.sent(claim);
        } else if (outcome instanceof Outcome.Later later) {
            deliveries.later(claim, claim.finalDots(), DeliveryReason.of(later.code()));
        } else if (outcome instanceof Outcome.Unanswered) {
            deliveries.later(claim, claim.finalDots() + 1, null);
        } else if (outcome instanceof Outcome.Refused refused) {
            deliveries.failed(claim, DeliveryReason.of(refused.code()));
        }
    }

    private boolean endedWithin(int seconds) {
        try {
            return end.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void log(Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Later later) {
            LOG.log(Level.INFO, "outbox-later {0} {1}", claim, later.code());
        } else if (outcome instanceof Outcome.Refused refused) {
            LOG.log(Level.WARNING, "outbox-failed {0} {1}", claim, refused.code());
        } else if (outcome instanceof Outcome.Unanswered) {
            LOG.log(Level.WARNING, "outbox-unanswered {0}", claim);
        }
    }
}
