package org.obhut.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a ticket ends: by its mailbox's periods, counted from its days in clear, or on a day of a person's choice. */
@Embeddable
public class Lifetime {

    /** The day of the last contact. */
    @Column(name = "contact_on")
    private LocalDate contactOn;

    /** Since when the ticket is closed, or among the spam. */
    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    private boolean spam;

    /** A person has put it among the spam, and a person takes it out. */
    @Column(name = "spam_held")
    private boolean spamHeld;

    /** The day that a person chose in place of the one by the mailbox's periods. */
    @Column(name = "kept_until")
    private @Nullable LocalDate keptUntil;

    @Column(name = "erase_on")
    private @Nullable LocalDate eraseOn;

    @Transient
    private RetentionPolicy policy = RetentionPolicy.USUAL;

    /** For JPA. */
    protected Lifetime() {}

    Lifetime(LocalDate today, RetentionPolicy policy) {
        this.contactOn = today;
        this.policy = policy;
        recount();
    }

    /** By which periods the end is counted when it changes. */
    void under(RetentionPolicy periods) {
        policy = periods;
    }

    /** Counts the end by other periods from now on. */
    void follow(RetentionPolicy periods) {
        under(periods);
        recount();
    }

    /** As {@link RetentionPolicies#set} does for all tickets of a mailbox. */
    private void recount() {
        eraseOn = keptUntil == null ? counted() : keptUntil;
    }

    /** Since when the ticket is closed, or among the spam; null where it is neither. */
    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    /** The day of the end by the mailbox's periods. */
    LocalDate counted() {
        if (endedOn == null) {
            return policy.live(contactOn);
        }
        return spam ? policy.among(endedOn) : policy.closed(endedOn, contactOn);
    }

    /** Sets a day of a person's choice; null for the day by the mailbox's periods. */
    void keepUntil(@Nullable LocalDate day) {
        keptUntil = day;
        recount();
    }

    /** Whether a person chose the day. */
    boolean chosen() {
        return keptUntil != null;
    }

    /** The time until the end starts anew. False where the ticket stays among the spam. */
    boolean contacted(LocalDate today, boolean condemned) {
        contactOn = today;
        if (spam && (spamHeld || condemned)) {
            endedOn = today;
            recount();
            return false;
        }
        spam = false;
        endedOn = null;
        // Who chose an early end did not know of this mail.
        keepUntil(keptUntil == null || keptUntil.isBefore(counted()) ? null : keptUntil);
        return true;
    }

    void stand(Status status, LocalDate lastContact, LocalDate today) {
        contactOn = lastContact;
        if (!spam) {
            endedOn = status == Status.CLOSED ? today : null;
        }
        recount();
    }

    /** Its end is counted as a live ticket's again. */
    void reopened() {
        if (!spam) {
            endedOn = null;
            recount();
        }
    }

    /**
     * Takes in the days of a ticket that ends with this one.
     *
     * @param closed whether nothing is to be done in either
     * @param chosen the day of a person's choice, null for the one by the mailbox's periods
     */
    void merged(Lifetime other, boolean closed, @Nullable LocalDate chosen) {
        contactOn = later(contactOn, other.contactOn);
        spam = spam && other.spam;
        spamHeld = spam && (spamHeld || other.spamHeld);
        endedOn = spam || closed ? later(endedOn, other.endedOn) : null;
        keepUntil(chosen);
    }

    /** The day of the end by the mailbox's periods if another ticket became part of this one. */
    LocalDate countedWith(Lifetime other, boolean closed) {
        Lifetime both = new Lifetime(contactOn, policy);
        both.endedOn = endedOn;
        both.spam = spam;
        both.merged(other, closed, null);
        return both.counted();
    }

    private static LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** The day that a person chose. */
    Optional<LocalDate> chosenDay() {
        return Optional.ofNullable(keptUntil);
    }

    void intoSpam(LocalDate today, boolean held) {
        spam = true;
        spamHeld = held;
        endedOn = today;
        recount();
    }

    /** Where the ticket stands then is to be said by {@link #stand}. */
    void outOfSpam() {
        spam = false;
        spamHeld = false;
    }

    boolean spam() {
        return spam;
    }

    @Nullable
    LocalDate eraseOn() {
        return eraseOn;
    }
}
