package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.obhut.envelope.ErasedFiles;

/** Notes files that have given way to others. */
@ApplicationScoped
public class ErasureNotes {

    private final ErasedFiles erased;

    @Inject
    ErasureNotes(ErasedFiles erased) {
        this.erased = erased;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureNotes() {
        this(null);
    }

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileSuperseded superseded) {
        erased.note(superseded.file());
    }
}
