package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a ticket is to be erased at once, and what goes with it.
 *
 * @param asked who asked for it where a second person had to agree; null where one was enough
 * @param decided whose word was the last
 */
record ErasureDecision(
        UUID team, ErasureGround ground, @Nullable UUID asked, UUID decided, ErasedContents contents) {}
