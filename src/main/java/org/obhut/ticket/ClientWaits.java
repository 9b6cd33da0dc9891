package org.obhut.ticket;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Synchronous event within intake's transaction: a client's own mail waits for an answer. Not for automatic mails, reports or spam. It does
 * not say in which ticket.
 *
 * @param responsible whom the ticket is assigned to, null where nobody is
 * @param readers to whom it is sealed
 */
public record ClientWaits(@Nullable UUID responsible, Set<UUID> readers) {}
