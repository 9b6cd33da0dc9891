package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.obhut.account.Challenges;
import org.obhut.account.Passkeys;

/**
 * What a browser needs to sign in with a passkey ({@code PublicKeyCredentialRequestOptionsJSON}, Web Authentication, section 5.1.10): the
 * same for everybody. It names no credential, so that nobody learns whose there are.
 */
@Path("/sign-in/passkey")
@RequestScoped
public class PasskeyRequest {

    private final Passkeys passkeys;
    private final Visit visit;

    @Inject
    public PasskeyRequest(Passkeys passkeys, Visit visit) {
        this.passkeys = passkeys;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PasskeyRequest() {
        this(null, null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String begin() {
        Passkeys.Request request = passkeys.request();
        visit.challenge(request.challenge());
        return Json.createObjectBuilder()
                .add("challenge", request.challenge())
                .add("rpId", request.party())
                .add("allowCredentials", Json.createArrayBuilder())
                .add("userVerification", "required")
                .add("timeout", Challenges.LASTS.toMillis())
                .build()
                .toString();
    }
}
