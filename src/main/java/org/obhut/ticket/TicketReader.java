package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can open a ticket, as its seals say.
 *
 * @param name of the team, or sign-in name; null where no key that the caller can check belongs to the seal
 * @param from from when, null where at once
 * @param until until when, null where for good
 * @param movedFrom for {@link Ground#MOVED} the name of the team that it can be given back to; null otherwise
 * @param removable whether a reader of the ticket can end it
 */
public record TicketReader(
        Ground ground,
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String movedFrom,
        boolean removable) {

    /** A reader for good. */
    TicketReader(Ground ground, @Nullable String name) {
        this(ground, name, null, null, null, false);
    }

    /** Why. */
    public enum Ground {
        TEAM,
        LEADS,
        RESPONSIBLE,
        SECOND,
        DEPUTY,
        ASKED,
        /** Who has just handed the ticket to another team and may still take it back. */
        MOVED,
        /** Keys of the team that were replaced; being sealed anew. */
        FORMER,
        /** A seal without a ground, or to a key that is not the person's: to be looked into. */
        UNKNOWN
    }
}
