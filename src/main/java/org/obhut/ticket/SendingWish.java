package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a writer wants a mail to leave.
 *
 * @param notBefore when it is to go at the earliest, null for at once
 * @param despite why the client is written to though the ticket says not to; empty where nothing is to be overridden
 */
public record SendingWish(@Nullable Instant notBefore, String despite) {

    /** At once, as the ticket's hints allow. */
    public static final SendingWish NONE = new SendingWish(null, "");
}
