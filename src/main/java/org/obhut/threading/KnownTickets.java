package org.obhut.threading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known of tickets that a mail could belong to. Tickets that have been erased are not known. */
public interface KnownTickets {

    /** A ticket and the message in it that we sent. */
    record Sent(UUID ticket, UUID message) {}

    /** The ticket of a reply token, with the message we sent there last. */
    Optional<Sent> byToken(String token);

    /** The message we sent under this Message-ID (without brackets). */
    Optional<Sent> sent(String messageId);

    /** Tickets that know one of these Message-IDs (without brackets), the likeliest first. */
    Set<UUID> knowing(List<String> messageIds);

    /** Who writes from this address, as the ticket sees it. */
    Sender sender(UUID ticket, String address);
}
