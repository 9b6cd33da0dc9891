package org.obhut.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Address;
import org.obhut.ticket.SafeContact;
import org.obhut.ticket.TimelineEntry;

/** What the hints for safe contact make of a reply that is about to be written. The desk checks it again when the reply comes. */
public final class Restraint {

    private Restraint() {}

    /** Whether the reply would go to another address than the only one that is allowed. */
    public static boolean otherAddress(TicketPane pane) {
        String only = hints(pane).onlyTo();
        Address to = pane.receiver();
        return only != null && to != null && !only.equalsIgnoreCase(to.address());
    }

    /** Whether the client must not be written to. */
    public static boolean silent(TicketPane pane) {
        return hints(pane).silent() && toClient(pane);
    }

    /** Until when a reply that is sent now is held, null where it goes at once. */
    public static @Nullable Instant heldUntil(TicketPane pane, Instant now) {
        return toClient(pane) ? hints(pane).heldUntil(now) : null;
    }

    private static boolean toClient(TicketPane pane) {
        TimelineEntry answered = pane.answered();
        return answered == null || !pane.elsewhere(answered);
    }

    private static SafeContact hints(TicketPane pane) {
        return pane.ticket().particulars().safeContact();
    }
}
