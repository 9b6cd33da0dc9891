package org.obhut.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Synchronous event within the outbox's own transaction: a mail has come further.
 *
 * @param reason why it waits or failed, null where nothing is to be said
 * @param perhapsTwice a crash fell between the final dot and its answer
 */
public record DeliveryChanged(
        UUID ticket,
        UUID item,
        DeliveryStatus status,
        @Nullable DeliveryReason reason,
        boolean perhapsTwice) {}
