package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Tells scripts how many seconds the session still has, so that all windows count down to the same moment. */
@Provider
@RequestScoped
public class RemainingTime implements ContainerResponseFilter {

    private final Visit visit;
    private final Clock clock;

    @Inject
    public RemainingTime(Visit visit, Clock clock) {
        this.visit = visit;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RemainingTime() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        visit.session().map(session -> Visitor.of(session, clock)).ifPresent(visitor -> response.getHeaders()
                .putSingle("X-Obhut-Seconds", visitor.secondsLeft()));
    }
}
