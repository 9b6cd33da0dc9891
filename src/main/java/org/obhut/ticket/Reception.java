package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.TeamReaders;

/** The way of mail into tickets. Called within intake's transaction; makes roots, seals and wipes; can read no ticket. */
@ApplicationScoped
public class Reception {

    /**
     * Opens a new ticket with its first mail.
     *
     * @param mailbox the address of the mailbox it came to
     * @param mayBelongTo a ticket that the mail's references name though its sender does not take part there
     */
    public UUID open(TeamReaders readers, String mailbox, ClientMessage message, Optional<UUID> mayBelongTo) {
        throw new UnsupportedOperationException();
    }

    /** Adds a mail to a ticket, reopening it unless the mail is automatic. {@code stranger}: the sender did not take part so far; marked, never answered by default. */
    public UUID append(UUID ticket, ClientMessage message, boolean stranger) {
        throw new UnsupportedOperationException();
    }

    /** Marks the message that we sent as not delivered. */
    public void undelivered(UUID ticket, UUID message) {
        throw new UnsupportedOperationException();
    }

    /** Tickets that know one of these Message-IDs (without brackets), newest first. */
    public Set<UUID> knowing(java.util.List<String> messageIds) {
        throw new UnsupportedOperationException();
    }

    /** The ticket, and the message we sent, to which a reply token belongs. */
    public Optional<Reference> byToken(String token) {
        throw new UnsupportedOperationException();
    }

    /** The message we sent under this Message-ID, for bounces. */
    public Optional<Reference> sent(String messageId) {
        throw new UnsupportedOperationException();
    }

    /** Whether this address takes part in the ticket (compared without case). */
    public boolean takesPart(UUID ticket, String address) {
        throw new UnsupportedOperationException();
    }

    /** A ticket and one message in it. */
    public record Reference(UUID ticket, UUID message) {}
}
