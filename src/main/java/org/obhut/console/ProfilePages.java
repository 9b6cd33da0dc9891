package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Passkeys;
import org.obhut.account.Profile;
import org.obhut.account.SecondFactors;
import org.obhut.account.SessionList;
import org.obhut.account.SignInRefused;
import org.obhut.platform.InvalidInput;

/** Shows the profile, with what was done or refused. */
@RequestScoped
public class ProfilePages {

    private final Profile profile;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final SessionList sessions;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ProfilePages(
            Profile profile,
            Passkeys passkeys,
            SecondFactors factors,
            SessionList sessions,
            Visit visit,
            Frames frames,
            Models models) {
        this.profile = profile;
        this.passkeys = passkeys;
        this.factors = factors;
        this.sessions = sessions;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ProfilePages() {
        this(null, null, null, null, null, null, null);
    }

    /** Does what a form asks for; where that is refused, shows the page with the reason at the field. */
    Response attempt(Caller caller, String form, String secret, Supplier<Response> wish) {
        try {
            return wish.get();
        } catch (SignInRefused e) {
            var wrong = new ProfilePage.Trouble(form, "old", e.retryAfter().isZero() ? "wrong-passphrase" : "wait");
            return show(caller, 400, null, secret, wrong);
        } catch (InvalidInput e) {
            return show(caller, 400, null, secret, ProfilePage.Trouble.of(form, e));
        }
    }

    /** As the other, for a form without an app's secret. */
    Response attempt(Caller caller, String form, Supplier<Response> wish) {
        return attempt(caller, form, "", wish);
    }

    /** Shows recovery codes, once. */
    Response codes(Caller caller, List<String> codes) {
        models.put("frame", frames.frame("/profile", null));
        models.put("page", new CodesPage(caller.name(), codes, "/profile"));
        return Response.ok("codes.jte").build();
    }

    static Response done(String done) {
        return Response.seeOther(URI.create("/profile?done=" + done)).build();
    }

    /** @param secret that an app may have taken already; anything else is replaced */
    Response show(Caller caller, int status, @Nullable String done, String secret, ProfilePage.Trouble trouble) {
        String proposed = secret.matches("[A-Z2-7]{32}") ? secret : factors.proposed();
        models.put(
                "page",
                new ProfilePage(
                        profile.own(caller),
                        new PasskeysPart(passkeys.of(caller), passkeys.possible(), passkeys.origin()),
                        factors.required(),
                        sessions.of(caller, visit.handle().orElseThrow()),
                        new DevicePart(proposed, caller.name(), true),
                        trouble));
        models.put("frame", frames.frame("/profile", done));
        return Response.status(status).entity("profile.jte").build();
    }
}
