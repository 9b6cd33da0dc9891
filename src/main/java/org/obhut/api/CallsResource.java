package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.call.CallLog;
import org.obhut.call.LoggedCall;
import org.obhut.call.NewCall;
import org.obhut.call.PhoneCalls;

/** Logging calls. */
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CallsResource {

    private final CallLog calls;
    private final PhoneCalls phones;
    private final Bearer bearer;

    @Inject
    CallsResource(CallLog calls, PhoneCalls phones, Bearer bearer) {
        this.calls = calls;
        this.phones = phones;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected CallsResource() {
        this(null, null, null);
    }

    /** By a person, or by a telephone system, which can count calls and nothing else. */
    @POST
    @ForTelephones
    @Consumes(MediaType.APPLICATION_JSON)
    public Response log(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, JsonFields body) {
        Optional<UUID> telephone = bearer.telephone();
        LoggedCall logged;
        if (telephone.isPresent()) {
            logged = phones.log(telephone.get(), call(body, IdempotencyKey.checked(key)));
        } else {
            Caller caller = bearer.counsellor();
            logged = calls.log(caller, call(body, IdempotencyKey.checked(key)));
        }
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("id", logged.id().toString());
        if (logged.ticket() != null) {
            json.add("ticket", logged.ticket().toString());
        }
        return Response.status(Response.Status.CREATED).entity(json.build()).build();
    }

    static NewCall call(JsonFields body, @Nullable String key) {
        var call = new NewCall(
                body.text("kind"),
                body.text("ticket"),
                body.textOrNull("team"),
                body.textOrNull("callback"),
                body.textOrNull("who"),
                body.textOrNull("gender"),
                body.textOrNull("ageBand"),
                body.textOrNull("origin"),
                body.texts("topics"),
                body.textOrNull("language"),
                body.flag("interpreter"),
                body.textOrNull("region"),
                body.textOrNull("duration"),
                body.textOrNull("outcome"),
                body.textOrNull("referral"),
                body.textOrNull("place"),
                body.textOrNull("mail"),
                body.textOrNull("firstMail"),
                body.textOrNull("note"),
                body.day("followUp").orElse(null),
                key);
        body.end();
        return call;
    }
}
