package org.obhut.backup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.obhut.platform.StartupOrder;

/** Settles a restore before anybody can sign in and before any mail goes out. Where that fails the server does not start. */
@Dependent
class RestorationStart {

    private final Restoration restoration;

    @Inject
    RestorationStart(Restoration restoration) {
        this.restoration = restoration;
    }

    void start(@Observes @Priority(StartupOrder.PEOPLE - 1) @Initialized(ApplicationScoped.class) Object start) {
        restoration.settle();
    }
}
