package org.obhut.threading;

import java.util.Optional;
import java.util.UUID;

/** Where a mail belongs. */
public sealed interface Decision {

    /** Into this ticket. The sender is never {@link Sender#REPLACED}. */
    record Join(UUID ticket, Sender sender) implements Decision {}

    /** Into this ticket as word about a message we sent. */
    record Reported(UUID ticket, UUID message) implements Decision {}

    /**
     * Into a new ticket.
     *
     * @param mayBelongTo one that it refers to, though nothing shows that its sender may
     * @param replaced whether the sender's address was replaced there by a safer one
     */
    record Open(Optional<UUID> mayBelongTo, boolean replaced) implements Decision {}
}
