package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.retention.Erasure;
import org.obhut.retention.Kind;

/** The end of a ticket before its day, because people decide so. */
@ApplicationScoped
public class EarlyErasure {

    private final Keeping keeping;
    private final Erasure erasure;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected EarlyErasure() {
        this(null, null);
    }

    @Inject
    EarlyErasure(Keeping keeping, Erasure erasure) {
        this.keeping = keeping;
        this.erasure = erasure;
    }

    /**
     * Erases a ticket, or asks for a second person's word where its team wants that. True where it is gone.
     *
     * @throws TicketNotFound where there is none that the caller may read
     * @throws TicketChanged where it is not of this version: what came in meanwhile has to be seen first
     * @throws org.obhut.account.Refused where the caller neither leads the team nor is asked
     * @throws org.obhut.retention.FileHeld where a mail of it is on its way out
     */
    public boolean erase(Caller caller, UUID ticket, long version) {
        if (keeping.ask(caller, ticket, version)) {
            return false;
        }
        if (!erasure.now(Kind.TICKET, ticket, () -> keeping.permit(caller, ticket, version))) {
            throw new TicketNotFound();
        }
        return true;
    }
}
