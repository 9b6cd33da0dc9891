package org.obhut.outbox;

import java.util.UUID;

/** Synchronous event within the outbox's own transaction: a reply has come further. {@code perhapsTwice}: a crash fell between the final dot and its answer. */
public record DeliveryChanged(UUID ticket, UUID item, DeliveryStatus status, boolean perhapsTwice) {}
