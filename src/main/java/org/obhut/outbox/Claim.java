package org.obhut.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that this process alone may send, for as long as its lease lasts.
 *
 * @param id the message in the ticket
 * @param owner names this very claim, so that whoever lost it can't act on it
 * @param attempts how often the row has been claimed, this time included
 * @param finalDots how many final dots went out, or were about to, without a definite answer
 */
record Claim(
        UUID id,
        UUID ticket,
        String mailbox,
        UUID owner,
        int attempts,
        int finalDots,
        Instant expiresAt,
        byte[] sealed) {

    /** Stands in a row of a mail that belongs to no ticket. */
    static final UUID NO_TICKET = new UUID(0, 0);

    /** No word of it in a log. */
    @Override
    public String toString() {
        return "Claim[" + id + ", attempt " + attempts + "]";
    }
}
