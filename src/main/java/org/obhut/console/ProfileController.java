package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Arrival;
import org.obhut.account.Caller;
import org.obhut.account.PassphraseChange;
import org.obhut.account.Profile;
import org.obhut.account.SessionList;
import org.obhut.platform.InvalidInput;

/** What a person sets for themselves: name, language, passphrase, device, and which of their sessions go on. */
@Path("/profile")
@Controller
@RequestScoped
public class ProfileController {

    private final Profile profile;
    private final PassphraseChange passphrases;
    private final SessionList sessions;
    private final Visit visit;
    private final ChosenLanguage language;
    private final ProfilePages pages;

    @Inject
    public ProfileController(
            Profile profile,
            PassphraseChange passphrases,
            SessionList sessions,
            Visit visit,
            ChosenLanguage language,
            ProfilePages pages) {
        this.profile = profile;
        this.passphrases = passphrases;
        this.sessions = sessions;
        this.visit = visit;
        this.language = language;
        this.pages = pages;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ProfileController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public Response show(@QueryParam("done") @Nullable String done) {
        return pages.show(visit.caller(), 200, done, "", ProfilePage.Trouble.NONE);
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
            return ProfilePages.done("profile-saved");
        } catch (InvalidInput e) {
            return pages.show(caller, 400, null, "", ProfilePage.Trouble.of("own", e));
        }
    }

    @POST
    @Path("passphrase")
    public Response passphrase(
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("passphrase") @DefaultValue("") String wanted,
            @FormParam("repeat") @DefaultValue("") String repeat) {
        Caller caller = visit.caller();
        return pages.attempt(caller, "passphrase", () -> {
            if (!wanted.equals(repeat)) {
                throw new InvalidInput("repeat", "not-repeated");
            }
            passphrases.change(caller, old.toCharArray(), wanted.toCharArray());
            return ProfilePages.done("passphrase-changed");
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
        return pages.attempt(
                caller,
                "device",
                secret,
                () -> pages.codes(caller, profile.setDevice(caller, passphrase.toCharArray(), device)));
    }

    @POST
    @Path("device/remove")
    public Response removeDevice(@FormParam("old") @DefaultValue("") String passphrase) {
        Caller caller = visit.caller();
        return pages.attempt(caller, "device-remove", () -> {
            profile.removeDevice(caller, passphrase.toCharArray());
            return ProfilePages.done("device-removed");
        });
    }

    @POST
    @Path("codes")
    public Response codes(@FormParam("old") @DefaultValue("") String passphrase) {
        Caller caller = visit.caller();
        return pages.attempt(
                caller, "codes", () -> pages.codes(caller, profile.renewCodes(caller, passphrase.toCharArray())));
    }

    @POST
    @Path("sessions/{session}/end")
    public Response end(@PathParam("session") UUID session) {
        sessions.end(visit.caller(), session);
        return ProfilePages.done("session-ended");
    }

    @POST
    @Path("sessions/end-others")
    public Response endOthers() {
        sessions.endOthers(visit.caller(), visit.handle().orElseThrow());
        return ProfilePages.done("sessions-ended");
    }
}
