package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The stream that tells a browser that its desk has moved. It keeps no session alive and ends with it. */
@Path("/events")
@RequestScoped
public class EventResource {

    private final Visit visit;
    private final LiveStreams streams;

    @Inject
    public EventResource(Visit visit, LiveStreams streams) {
        this.visit = visit;
        this.streams = streams;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EventResource() {
        this(null, null);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(@Context SseEventSink sink, @Context Sse sse) {
        visit.watcher();
        streams.add(visit.handle().orElseThrow(SignedOut::new), sink, sse);
    }
}
