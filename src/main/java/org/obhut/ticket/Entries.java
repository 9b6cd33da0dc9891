package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.obhut.envelope.RandomId;

/** Adds entries to a locked ticket that a person has open. */
@Dependent
class Entries {

    private final Tickets tickets;
    private final Items items;
    private final ReadMarks readMarks;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Entries(Tickets tickets, Items items, ReadMarks readMarks, Deadlines deadlines, SecureRandom random) {
        this.tickets = tickets;
        this.items = items;
        this.readMarks = readMarks;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** An entry that brings the ticket to the top of its folders. */
    TicketItem add(OpenTicket open, UUID id, ItemBody body, List<byte[]> files) {
        long before = open.ticket().version();
        open.ticket().active(tickets.nextRank());
        TicketItem item = items.add(open.file(), open.id(), id, open.ticket().rank(), body, null, files);
        followed(open, before);
        return item;
    }

    /** Tells in the timeline what was done; the ticket keeps its place in the folders. Returns the entry's id. */
    UUID tell(OpenTicket open, Happening event) {
        return tell(open, event, Map.of());
    }

    /** @param attributes more about it, sealed with it */
    UUID tell(OpenTicket open, Happening event, Map<String, String> attributes) {
        long before = open.ticket().version();
        open.ticket().changed();
        UUID id = RandomId.next(random);
        ItemBody body = ItemBody.event(deadlines.now(), open.person(), event, attributes);
        items.add(open.file(), open.id(), id, tickets.nextRank(), body, null, List.of());
        followed(open, before);
        return id;
    }

    /** Counts a change of an entry that stands already. */
    void changed(OpenTicket open) {
        long before = open.ticket().version();
        open.ticket().changed();
        followed(open, before);
    }

    private void followed(OpenTicket open, long before) {
        readMarks.followed(open.person(), open.id(), before, open.ticket().version());
    }
}
