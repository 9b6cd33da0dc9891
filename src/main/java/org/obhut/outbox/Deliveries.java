package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.RandomId;

/**
 * The steps of a delivery, each a transaction of its own, so that what a crash leaves behind says how far it had come. A
 * ticket hears of a step within the same transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Deliveries {

    /** Of a claim before its final dot: a crash keeps a mail waiting no longer than this. The dispatcher prolongs it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final OutboxRows rows;
    private final OperatingSecrets secrets;
    private final Event<DeliveryChanged> changes;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    Deliveries(
            OutboxRows rows,
            OperatingSecrets secrets,
            Event<DeliveryChanged> changes,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.changes = changes;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Deliveries() {
        this.rows = null;
        this.secrets = null;
        this.changes = null;
        this.random = null;
        this.clock = null;
    }

    Optional<Claim> claim() {
        Instant now = clock.instant();
        Optional<OutboxRows.Claimed> claimed = rows.claim(RandomId.next(random), now, now.plus(LEASE));
        claimed.filter(OutboxRows.Claimed::first).ifPresent(row -> tell(row.claim(), DeliveryStatus.SENDING, null, 0));
        return claimed.map(OutboxRows.Claimed::claim);
    }

    /** Records that the final dot is about to be sent. False where the row is another's by now: then it must not be. */
    boolean finalDot(Claim claim, Duration lease) {
        return rows.finalDot(claim, clock.instant().plus(lease));
    }

    void sent(Claim claim) {
        if (rows.delete(claim)) {
            tell(claim, DeliveryStatus.SENT, null, claim.finalDots());
        }
    }

    void failed(Claim claim, DeliveryReason reason) {
        if (rows.delete(claim)) {
            tell(claim, DeliveryStatus.FAILED, reason, claim.finalDots());
        }
    }

    /**
     * Tries again after a pause, at the latest when the row expires, so that its failure shows in time.
     *
     * @param finalDots without a definite answer, this attempt's included
     * @param reason null where there is only the missing answer
     */
    void later(Claim claim, int finalDots, @Nullable DeliveryReason reason) {
        Instant next = clock.instant().plus(Pauses.after(claim.attempts()));
        if (rows.postpone(claim, finalDots, next.isBefore(claim.expiresAt()) ? next : claim.expiresAt())) {
            tell(claim, DeliveryStatus.SENDING, reason, 0);
        }
    }

    void prolong(Set<UUID> owners) {
        rows.prolong(owners, clock.instant().plus(LEASE));
    }

    /** Gives back at once what was claimed and has not come to its final dot. */
    void release(Claim claim) {
        rows.release(claim, clock.instant());
    }

    /** Seals one row that is under an older dispatch key to today's. False where there is none. */
    boolean reseal() {
        int today = secrets.today();
        List<OutboxRows.Sealed> old = rows.sealedBefore(today);
        old.forEach(row -> reseal(row, today));
        return !old.isEmpty();
    }

    private void reseal(OutboxRows.Sealed row, int today) {
        try {
            byte[] sealed = secrets.advancedDispatch(row.id(), row.sealed());
            rows.reseal(row.id(), secrets.dispatchKey(sealed), sealed);
        } catch (EnvelopeException e) {
            // Its key is gone: it can never be sent, and whoever wrote it has to see that.
            rows.expire(row.id(), clock.instant(), today);
        }
    }

    private void tell(Claim claim, DeliveryStatus status, @Nullable DeliveryReason reason, int finalDots) {
        changes.fire(new DeliveryChanged(claim.ticket(), claim.id(), status, reason, finalDots > 0));
    }
}
