package org.obhut.ticket;

import java.util.UUID;

/**
 * Synchronous event within the transaction that noted it: a client waits longer than the team's rule allows. It does not say in which
 * ticket.
 *
 * @param leads the reader that the leads of the ticket's team hold
 * @param urgent whether the ticket is urgent
 */
public record Escalated(UUID leads, boolean urgent) {}
