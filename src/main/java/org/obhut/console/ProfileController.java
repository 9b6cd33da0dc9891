package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Arrival;
import org.obhut.account.Caller;
import org.obhut.account.PassphraseChange;
import org.obhut.account.Profile;
import org.obhut.account.SecondFactors;
import org.obhut.account.SessionList;
import org.obhut.account.SignInRefused;
import org.obhut.platform.InvalidInput;

/** What a person sets for themselves: name, language, passphrase, device, and which of their sessions go on. */
@Path("/profile")
@Controller
@RequestScoped
public class ProfileController {

    private final Profile profile;
    private final PassphraseChange passphrases;
    private final SecondFactors factors;
    private final SessionList sessions;
    private final Visit visit;
    private final ChosenLanguage language;
    private final Frames frames;
    private final Models models;

    @Inject
    public ProfileController(
            Profile profile,
            PassphraseChange passphrases,
            SecondFactors factors,
            SessionList sessions,
            Visit visit,
            ChosenLanguage language,
            Frames frames,
            Models models) {
        this.profile = profile;
        this.passphrases = passphrases;
        this.factors = factors;
        this.sessions = sessions;
        this.visit = visit;
        this.language = language;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ProfileController() {
        this(null, null, null, null, null, null, null, null);
    }

    @GET
    public Response show(@QueryParam("done") @Nullable String done) {
        return show(visit.caller(), 200, done, factors.proposed(), ProfilePage.Trouble.NONE);
    }

    @POST
    public Response set(
            @FormParam("displayName") @DefaultValue("") String displayName,
            @FormParam("language") @DefaultValue("") String tag) {
        Caller caller = visit.caller();
        Language wanted = Language.ofTag(tag).orElse(language.language());
        try {
            profile.set(caller, displayName, wanted.tag());
            language.keep(wanted);
            return done("profile-saved");
        } catch (InvalidInput e) {
            return show(caller, 400, null, factors.proposed(), ProfilePage.Trouble.of("own", e));
        }
    }

    @POST
    @Path("passphrase")
    public Response passphrase(
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("passphrase") @DefaultValue("") String wanted,
            @FormParam("repeat") @DefaultValue("") String repeat) {
        Caller caller = visit.caller();
        return attempt(caller, "passphrase", factors.proposed(), () -> {
            if (!wanted.equals(repeat)) {
                throw new InvalidInput("repeat", "not-repeated");
            }
            passphrases.change(caller, old.toCharArray(), wanted.toCharArray());
            return done("passphrase-changed");
        });
    }

    @POST
    @Path("device")
    public Response device(
            @FormParam("old") @DefaultValue("") String passphrase,
            @FormParam("secret") @DefaultValue("") String secret,
            @FormParam("code") @DefaultValue("") String code) {
        Caller caller = visit.caller();
        var device = new Arrival.Device(secret, code);
        return attempt(
                caller,
                "device",
                secret,
                () -> codes(caller, profile.setDevice(caller, passphrase.toCharArray(), device)));
    }

    @POST
    @Path("codes")
    public Response codes(@FormParam("old") @DefaultValue("") String passphrase) {
        Caller caller = visit.caller();
        return attempt(
                caller,
                "codes",
                factors.proposed(),
                () -> codes(caller, profile.renewCodes(caller, passphrase.toCharArray())));
    }

    @POST
    @Path("sessions/{session}/end")
    public Response end(@PathParam("session") UUID session) {
        sessions.end(visit.caller(), session);
        return done("session-ended");
    }

    @POST
    @Path("sessions/end-others")
    public Response endOthers() {
        sessions.endOthers(visit.caller(), visit.handle().orElseThrow());
        return done("sessions-ended");
    }

    private Response attempt(Caller caller, String form, String secret, Supplier<Response> wish) {
        try {
            return wish.get();
        } catch (SignInRefused e) {
            var wrong = new ProfilePage.Trouble(form, "old", e.retryAfter().isZero() ? "wrong-passphrase" : "wait");
            return show(caller, 400, null, secret, wrong);
        } catch (InvalidInput e) {
            return show(caller, 400, null, secret, ProfilePage.Trouble.of(form, e));
        }
    }

    private Response codes(Caller caller, List<String> codes) {
        models.put("frame", frames.frame("/profile", null));
        models.put("page", new CodesPage(caller.name(), codes, "/profile"));
        return Response.ok("codes.jte").build();
    }

    private static Response done(String done) {
        return Response.seeOther(URI.create("/profile?done=" + done)).build();
    }

    private Response show(
            Caller caller, int status, @Nullable String done, String secret, ProfilePage.Trouble trouble) {
        String proposed = secret.matches("[A-Z2-7]{32}") ? secret : factors.proposed();
        models.put(
                "page",
                new ProfilePage(
                        profile.own(caller),
                        sessions.of(caller, visit.handle().orElseThrow()),
                        new DevicePart(proposed, caller.name(), true),
                        trouble));
        models.put("frame", frames.frame("/profile", done));
        return Response.status(status).entity("profile.jte").build();
    }
}
