package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.obhut.envelope.RightsEnded;

/** Forgets who read along and who was away, once the seals that followed from it have ended. */
@ApplicationScoped
public class EndedRights {

    private final CoReaders coReaders;
    private final AbsenceRows absences;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected EndedRights() {
        this(null, null);
    }

    @Inject
    EndedRights(CoReaders coReaders, AbsenceRows absences) {
        this.coReaders = coReaders;
        this.absences = absences;
    }

    void forget(@Observes RightsEnded ended) {
        coReaders.removeEnded(ended.now());
        absences.removeEnded(ended.now());
    }
}
