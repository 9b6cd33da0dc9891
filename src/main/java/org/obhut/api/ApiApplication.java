package org.obhut.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The REST interface. Resources are listed by hand, as in the console, so that neither takes the other's. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    static final Set<Class<?>> RESOURCES = Set.of(
            SessionResource.class,
            TicketsResource.class,
            SearchResource.class,
            TicketResource.class,
            DescribingResource.class,
            RepliesResource.class,
            ForwardsResource.class,
            NotesResource.class,
            CoReadersResource.class,
            CallsResource.class,
            MailboxesResource.class,
            DirectoryResource.class,
            CodeListsResource.class,
            ReportsResource.class,
            QuarantineResource.class,
            OpenApiResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(RESOURCES);
        classes.addAll(Set.of(AuthenticatedCaller.class, JsonFieldsReader.class, ProblemMapper.class));
        return classes;
    }

    /** Our own description is the only one, and our own problem documents the only errors. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
