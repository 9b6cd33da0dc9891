package org.obhut.ticket;

import java.util.UUID;
import org.obhut.outbox.DeliveryStatus;

/** A reply that is committed and will be sent. */
public record AcceptedReply(UUID message, DeliveryStatus delivery, long version) {}
