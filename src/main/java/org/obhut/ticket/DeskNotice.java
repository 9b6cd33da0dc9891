package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.Seals;

/** Tells those who can see a ticket that it has changed. */
@Dependent
class DeskNotice {

    private final Event<DeskChanged> event;
    private final Event<ClientWaits> waiting;
    private final Seals seals;
    private final Staffings staffings;

    @Inject
    DeskNotice(Event<DeskChanged> event, Event<ClientWaits> waiting, Seals seals, Staffings staffings) {
        this.event = event;
        this.waiting = waiting;
        this.seals = seals;
        this.staffings = staffings;
    }

    void tell(UUID ticket) {
        tell(ticket, Set.of());
    }

    /** @param former readers who could see it until now, so that it leaves their folders */
    void tell(UUID ticket, Set<UUID> former) {
        Set<UUID> readers = new HashSet<>(former);
        readers.addAll(seals.readers(ticket));
        event.fire(new DeskChanged(ticket, Set.copyOf(readers)));
    }

    /** For what only one person sees. */
    void tellOnly(UUID ticket, UUID person) {
        event.fire(new DeskChanged(ticket, Set.of(person)));
    }

    /** A colleague has handed something to a person. */
    void handedTo(UUID person) {
        waiting.fire(new ClientWaits(person, Set.of(person), false));
    }

    /** A colleague has handed a ticket to all who read it now. */
    void handedToTeam(UUID ticket, boolean urgent) {
        waiting.fire(new ClientWaits(null, Set.copyOf(seals.readers(ticket)), urgent));
    }

    /** A reply waits for a second reader: the same word to those who may be one, whatever the cause. */
    void asks(Ticket ticket, UUID author) {
        Set<UUID> others = new HashSet<>(seals.readers(ticket.id()));
        others.remove(author);
        waiting.fire(new ClientWaits(null, Set.copyOf(others), ticket.urgent()));
    }

    /** A client's own mail has come in, or the ticket has become urgent. */
    void waits(Ticket ticket) {
        waiting.fire(
                new ClientWaits(staffings.listener(ticket), Set.copyOf(seals.readers(ticket.id())), ticket.urgent()));
    }
}
