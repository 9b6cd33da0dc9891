package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.obhut.ticket.Consent;
import org.obhut.ticket.NewForward;
import org.obhut.ticket.WritingDesk;

/** Handing parts of a case on to a counselling centre, with the client's consent. */
@Path("tickets/{ticket}/forwards")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ForwardsResource {

    private final WritingDesk desk;
    private final Bearer bearer;

    @Inject
    ForwardsResource(WritingDesk desk, Bearer bearer) {
        this.desk = desk;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ForwardsResource() {
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(
            @PathParam("ticket") UUID ticket,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @UpTo(mebibytes = 36) JsonFields body) {
        Caller caller = bearer.counsellor();
        NewForward forward = forward(body, IdempotencyKey.checked(key));
        AcceptedReply accepted = desk.forward(caller, ticket, forward);
        return Accepted.answer(accepted);
    }

    static NewForward forward(JsonFields body, @Nullable String key) {
        JsonFields said = body.object("consent");
        Consent.How how = Names.value(Consent.How.class, "consent.how", said.textOrNull("how"));
        var consent = new Consent(
                how,
                said.day("on").orElseThrow(() -> said.invalid("on", "required")),
                said.optionalText("note").orElse(""));
        said.end();
        var forward = new NewForward(
                body.text("to"),
                body.optionalText("language").orElse("de"),
                MailRequest.writing(body, false),
                body.ids("messages"),
                body.ids("files"),
                body.flag("clientAddress"),
                consent,
                body.number("version"),
                key);
        body.end();
        return forward;
    }
}
