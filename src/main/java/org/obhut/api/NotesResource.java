package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;

/** Internal notes, which never leave the house. */
@Path("tickets/{ticket}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class NotesResource {

    private final Desk desk;
    private final Bearer bearer;

    @Inject
    NotesResource(Desk desk, Bearer bearer) {
        this.desk = desk;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected NotesResource() {
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("ticket") UUID ticket,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            JsonFields body) {
        Caller caller = bearer.counsellor();
        String text = body.text("text");
        body.end();
        UUID note = desk.note(caller, ticket, text, Optional.ofNullable(IdempotencyKey.checked(key)));
        JsonObject json = Json.createObjectBuilder().add("id", note.toString()).build();
        return Response.status(Response.Status.CREATED).entity(json).build();
    }
}
