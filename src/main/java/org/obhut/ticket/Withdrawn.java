package org.obhut.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was taken back before it went out.
 *
 * @param draft what had been written
 * @param forwardedTo the centre's address where it was a forward, whose words must not become a draft to the client; else null
 */
public record Withdrawn(Draft draft, @Nullable String forwardedTo) {}
