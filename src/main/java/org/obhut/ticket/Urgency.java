package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a ticket goes before all others.
 *
 * @param by when something is to be done at the latest, a full hour
 * @param proposed whether only words in a mail say so and no person has yet; it counts as urgent until someone denies it
 * @param settled whether nothing is to be done at present, as the client was answered or the ticket closed
 */
public record Urgency(Instant by, boolean proposed, boolean settled) {

    /** A person says so. */
    static Urgency said(Instant by) {
        return new Urgency(by, false, false);
    }

    /** Words in a mail say so. */
    static Urgency proposed(Instant by) {
        return new Urgency(by, true, false);
    }

    /** The client has written again: a time that runs already goes on. */
    static Urgency again(@Nullable Urgency before, Instant by) {
        if (before == null) {
            return proposed(by);
        }
        return before.settled ? new Urgency(by, before.proposed, false) : before;
    }

    /** Of two, the one by which something is to be done first. */
    static @Nullable Urgency first(@Nullable Urgency one, @Nullable Urgency other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.settled != other.settled) {
            return one.settled ? other : one;
        }
        return other.by.isBefore(one.by) ? other : one;
    }

    Urgency confirmed() {
        return new Urgency(by, false, settled);
    }

    Urgency settled(boolean now) {
        return new Urgency(by, proposed, now);
    }

    void write(ClearWriter to) {
        to.put("by", by).put("proposed", proposed).put("settled", settled);
    }

    static Urgency read(ClearReader from) {
        return new Urgency(from.instant("by"), from.flag("proposed"), from.flag("settled"));
    }
}
