package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.obhut.account.Caller;
import org.obhut.retention.Erasure;
import org.obhut.retention.Kind;

/** The end of a ticket before its day, because people decide so. */
@ApplicationScoped
public class EarlyErasure {

    private final Keeping keeping;
    private final ErasureProofs proofs;
    private final Erasure erasure;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected EarlyErasure() {
        this(null, null, null);
    }

    @Inject
    EarlyErasure(Keeping keeping, ErasureProofs proofs, Erasure erasure) {
        this.keeping = keeping;
        this.proofs = proofs;
        this.erasure = erasure;
    }

    /**
     * Erases a ticket, or asks for a second person's word where its team wants that.
     *
     * @param ground why; where somebody asked before, theirs holds
     * @return the number of its {@link ErasureProof}; empty where it is still there
     * @throws TicketNotFound where there is none that the caller may read
     * @throws TicketChanged where it is not of this version: what came in meanwhile has to be seen first
     * @throws org.obhut.account.Refused where the caller neither leads the team nor is asked
     * @throws org.obhut.retention.FileHeld where a mail of it is on its way out
     */
    public OptionalLong erase(Caller caller, UUID ticket, ErasureGround ground, long version) {
        if (keeping.ask(caller, ticket, ground, version)) {
            return OptionalLong.empty();
        }
        var decision = new AtomicReference<ErasureDecision>();
        var number = new AtomicLong();
        if (!erasure.now(
                Kind.TICKET,
                ticket,
                () -> decision.set(keeping.permit(caller, ticket, ground, version)),
                () -> number.set(proofs.add(decision.get())))) {
            throw new TicketNotFound();
        }
        return OptionalLong.of(number.get());
    }
}
