package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.CallsTakenBack;
import org.obhut.ticket.TicketNotFound;

/** Taking back a call that was logged some minutes ago: what it counts, and the entry or the ticket that it made. */
@ApplicationScoped
public class CallUndo {

    /**
     * A call that can be taken back.
     *
     * @param id also of the form that is given back then
     * @param ticket where it stands, null for a bare count
     */
    public record Undoable(UUID id, @Nullable UUID ticket, Instant until) {}

    private final SavedCalls saved;
    private final CallsTakenBack tickets;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallUndo() {
        this(null, null);
    }

    @Inject
    CallUndo(SavedCalls saved, CallsTakenBack tickets) {
        this.saved = saved;
        this.tickets = tickets;
    }

    /** What the caller can take back, the latest first. */
    public List<Undoable> all(Caller caller) {
        return saved.all(caller).stream()
                .map(call -> new Undoable(call.form().id(), call.ticket(), call.until()))
                .toList();
    }

    /**
     * Takes back a call of the caller's, who finds it under the same id among those that are not logged. All of it or nothing; on a thread
     * without a transaction.
     *
     * @throws InvalidInput naming {@code call}: {@code undo-twice} where it was taken back before, {@code undo-late} where its time is over or
     *     it is another's, {@code undo-counted} where what it counts has been moved
     * @throws org.obhut.ticket.TicketChanged where something has happened in its ticket since
     * @throws TicketNotFound where the caller may not read its ticket any more, or it is gone
     */
    public void undo(Caller caller, UUID id) {
        SavedCall call = saved.find(caller, id);
        UUID ticket = call.ticket();
        if (ticket == null || !call.began()) {
            saved.giveBack(caller, id, found -> remove(caller, found));
            return;
        }
        try {
            tickets.erase(caller, ticket, call.version(), () -> saved.giveBack(caller, id, same -> {}));
        } catch (TicketNotFound gone) {
            // Perhaps another window of the caller's has erased it meanwhile.
            saved.find(caller, id);
            throw gone;
        }
    }

    private void remove(Caller caller, SavedCall call) {
        if (call.ticket() != null && call.before() != null) {
            tickets.remove(caller, call.ticket(), call.call(), call.before(), call.version());
        }
    }
}
