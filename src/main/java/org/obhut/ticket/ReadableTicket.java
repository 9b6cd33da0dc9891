package org.obhut.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody may read a ticket now, as its seals say.
 *
 * @param version moves with what a person sees as a change
 * @param until when that right ends by itself; beyond all days where it does not
 */
public record ReadableTicket(UUID id, long version, Instant until) {}
