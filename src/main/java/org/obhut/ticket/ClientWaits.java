package org.obhut.ticket;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Synchronous event within its cause's transaction: a client's own mail waits for an answer, a ticket has become urgent, or a
 * colleague has handed one over. Not for automatic mails, reports or spam. It does not say in which ticket.
 *
 * @param responsible whom the ticket is assigned to, or their deputy of today, or who is proposed; null where nobody is
 * @param readers to whom it is sealed
 * @param urgent whether the team's leads are to know at once
 */
public record ClientWaits(@Nullable UUID responsible, Set<UUID> readers, boolean urgent) {}
