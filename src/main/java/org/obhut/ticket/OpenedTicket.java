package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole ticket in clear, for whoever keeps it findable while its readers are signed in. Nothing in it opens anything.
 *
 * @param proof what only somebody who holds the ticket's root can say of it, always the same: {@link Readable#proofs}
 * @param token of its reply address
 * @param subject may be empty
 * @param people names, addresses and numbers of its client
 * @param entries oldest first; events are not among them
 */
public record OpenedTicket(
        UUID id,
        byte[] proof,
        State state,
        String token,
        String subject,
        List<String> people,
        List<OpenedEntry> entries) {

    /** Where it stands, which its columns say in clear. */
    public record State(
            long version,
            UUID team,
            @Nullable UUID assignee,
            Status status,
            boolean spam,
            Channel channel,
            String language,
            LocalDate arrivedOn,
            @Nullable Instant dueAt,
            @Nullable LocalDate eraseOn) {

        static State of(Ticket ticket) {
            return new State(
                    ticket.version(),
                    ticket.team(),
                    ticket.assignee(),
                    ticket.status(),
                    ticket.spam(),
                    ticket.channel(),
                    ticket.language(),
                    ticket.arrivedOn(),
                    ticket.dueAt(),
                    ticket.life().eraseOn());
        }
    }
}
