package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/**
 * Opens tickets for those who may read them. The right is the seal itself: whoever's keyring holds the root of a reader to whom
 * the ticket is sealed may read it, nobody else can.
 */
@Dependent
class TicketAccess {

    private final Tickets tickets;
    private final Seals seals;
    private final Sealer sealer;
    private final SecureRandom random;

    @Inject
    TicketAccess(Tickets tickets, Seals seals, Sealer sealer, SecureRandom random) {
        this.tickets = tickets;
        this.seals = seals;
        this.sealer = sealer;
        this.random = random;
    }

    /** @throws TicketNotFound where there is none or the caller may not read it */
    OpenTicket forReading(Caller caller, UUID id) {
        return open(caller, tickets.find(id).orElseThrow(TicketNotFound::new));
    }

    /** As {@link #forReading}, with the ticket locked; the right is looked at after the lock, as it may have ended meanwhile. */
    OpenTicket forChange(Caller caller, UUID id) {
        return open(caller, tickets.locked(id).orElseThrow(TicketNotFound::new));
    }

    OpenTicket open(Caller caller, Ticket ticket) {
        Seal seal = seals.find(ticket.id(), caller.keyring().readers()).orElseThrow(TicketNotFound::new);
        return open(caller, ticket, seal);
    }

    OpenTicket open(Caller caller, Ticket ticket, Seal seal) {
        return new OpenTicket(
                caller, ticket, seal, sealer.open(seal, caller.keyring().root(seal.reader())), random);
    }

    boolean mayRead(Caller caller, UUID id) {
        return seals.find(id, caller.keyring().readers()).isPresent();
    }
}
