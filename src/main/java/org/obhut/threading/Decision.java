package org.obhut.threading;

import java.util.Optional;
import java.util.UUID;

/** Where a mail belongs. */
public sealed interface Decision {

    /** Into this ticket. {@code stranger}: the sender did not take part so far. */
    record Join(UUID ticket, boolean stranger) implements Decision {}

    /** Into this ticket as word about a message we sent. {@code undelivered}: it has not reached its receiver and won't. */
    record Reported(UUID ticket, UUID message, boolean undelivered) implements Decision {}

    /** Into a new ticket. {@code mayBelongTo}: one that it refers to, though nothing shows that its sender may. */
    record Open(Optional<UUID> mayBelongTo) implements Decision {}
}
