package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.AcceptedReply;
import org.obhut.ticket.Desk;

/** Answering a client. Accepted means committed and on its way; whether it has gone out stands in the timeline. */
@Path("tickets/{ticket}/replies")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RepliesResource {

    private final Desk desk;
    private final Bearer bearer;

    @Inject
    RepliesResource(Desk desk, Bearer bearer) {
        this.desk = desk;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected RepliesResource() {
        this(null, null);
    }

    /** The body may hold files of {@value ReplyRequest#MOST_MEBIBYTES} MiB, a third more in base64. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(
            @PathParam("ticket") UUID ticket,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @UpTo(mebibytes = 36) JsonFields body) {
        Caller caller = bearer.counsellor();
        AcceptedReply accepted = desk.reply(caller, ticket, ReplyRequest.of(body, IdempotencyKey.checked(key)));
        return Accepted.answer(accepted);
    }

    @DELETE
    @Path("{message}")
    public void withdraw(@PathParam("ticket") UUID ticket, @PathParam("message") UUID message) {
        desk.withdraw(bearer.counsellor(), ticket, message);
    }
}
