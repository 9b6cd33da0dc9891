package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.obhut.account.Caller;
import org.obhut.account.Challenges;
import org.obhut.account.Passkeys;

/** What a browser needs to make a passkey ({@code PublicKeyCredentialCreationOptionsJSON}, Web Authentication, section 5.1.9). */
@Path("/profile/passkeys/creation")
@RequestScoped
public class PasskeyCreation {

    private final Passkeys passkeys;
    private final Visit visit;

    @Inject
    public PasskeyCreation(Passkeys passkeys, Visit visit) {
        this.passkeys = passkeys;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PasskeyCreation() {
        this(null, null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String begin() {
        Caller caller = visit.caller();
        Passkeys.Creation creation = passkeys.creation(caller);
        visit.challenge(creation.challenge());
        return json(creation, caller.name());
    }

    static String json(Passkeys.Creation creation, String name) {
        JsonArrayBuilder algorithms = Json.createArrayBuilder();
        creation.algorithms()
                .forEach(algorithm -> algorithms.add(
                        Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm)));
        JsonArrayBuilder known = Json.createArrayBuilder();
        creation.known()
                .forEach(id -> known.add(
                        Json.createObjectBuilder().add("type", "public-key").add("id", id)));
        return Json.createObjectBuilder()
                .add("challenge", creation.challenge())
                .add(
                        "rp",
                        Json.createObjectBuilder().add("id", creation.party()).add("name", "Obhut"))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("id", creation.handle())
                                .add("name", name)
                                .add("displayName", name))
                .add("pubKeyCredParams", algorithms)
                .add("excludeCredentials", known)
                .add(
                        "authenticatorSelection",
                        Json.createObjectBuilder()
                                .add("residentKey", "required")
                                .add("requireResidentKey", true)
                                .add("userVerification", "required"))
                .add("attestation", "none")
                .add("timeout", Challenges.LASTS.toMillis())
                .build()
                .toString();
    }
}
