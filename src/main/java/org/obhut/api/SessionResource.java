package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.obhut.account.Session;
import org.obhut.account.Sessions;
import org.obhut.account.SignIn;
import org.obhut.platform.Settings;
import org.obhut.platform.TransportSecurity;

/** Signing in and out. The token is the handle of a session of the same kind as the console's. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SessionResource {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Bearer bearer;
    private final Settings settings;
    private final HttpServletRequest request;

    @Inject
    SessionResource(SignIn signIn, Sessions sessions, Bearer bearer, Settings settings, HttpServletRequest request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.bearer = bearer;
        this.settings = settings;
        this.request = request;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected SessionResource() {
        this(null, null, null, null, null);
    }

    /** {@code code} is for who has a second factor. */
    @POST
    @WithoutSession
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(JsonFields body) {
        if (!TransportSecurity.protects(request, settings.publicUrl())) {
            throw new PlainHttp();
        }
        String name = body.text("name");
        char[] passphrase = body.text("passphrase").toCharArray();
        String code = body.optionalText("code").orElse("");
        body.end();
        Session session = signIn.signIn(name, passphrase, code);
        JsonObject json = Json.createObjectBuilder()
                .add("token", session.handle())
                .add("expiresAt", TicketJson.text(session.expiresAt()))
                .add("person", session.caller().name())
                .build();
        return Response.status(Response.Status.CREATED).entity(json).build();
    }

    @DELETE
    public void end() {
        sessions.end(bearer.session().handle());
    }
}
