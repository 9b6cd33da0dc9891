package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Assertion;
import org.obhut.account.Caller;
import org.obhut.account.KeyAlarms;
import org.obhut.account.Passkeys;
import org.obhut.account.Profile;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.SecondFactorMissing;
import org.obhut.account.SecondFactors;
import org.obhut.account.Session;
import org.obhut.account.SignIn;
import org.obhut.account.SignInRefused;
import org.obhut.platform.Settings;
import org.obhut.platform.TransportSecurity;

/** Signing in and out. */
@Path("/")
@Controller
@RequestScoped
public class FrontDoor {

    private static final Set<String> ENDINGS = Set.of("idle", "out", "stale");

    private final SignIn signIn;
    private final RecoveryOverview recovery;
    private final KeyAlarms alarms;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Profile profile;
    private final Visit visit;
    private final Frames frames;
    private final ChosenLanguage language;
    private final Models models;
    private final Settings settings;
    private final HttpServletRequest request;

    @Inject
    public FrontDoor(
            SignIn signIn,
            RecoveryOverview recovery,
            KeyAlarms alarms,
            SecondFactors factors,
            Passkeys passkeys,
            Profile profile,
            Visit visit,
            Frames frames,
            ChosenLanguage language,
            Models models,
            Settings settings,
            HttpServletRequest request) {
        this.signIn = signIn;
        this.recovery = recovery;
        this.alarms = alarms;
        this.factors = factors;
        this.passkeys = passkeys;
        this.profile = profile;
        this.visit = visit;
        this.frames = frames;
        this.language = language;
        this.models = models;
        this.settings = settings;
        this.request = request;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FrontDoor() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @GET
    public String home() {
        Caller caller = visit.caller();
        return "redirect:/start";
    }

    /** Whether there is nothing on the start page that the caller has to know first. */
    private boolean told(Caller caller) {
        return recovery.untold(caller).isEmpty() && alarms.of(caller).isEmpty();
    }

    @GET
    @Path("sign-in")
    public String signIn(
            @QueryParam("ended") @Nullable String ended, @QueryParam("onward") @DefaultValue("/") String onward) {
        if (ended == null && visit.present()) {
            return "redirect:/";
        }
        show("", onward, null, ended != null && ENDINGS.contains(ended) ? ended : null);
        return "sign-in.jte";
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("passphrase") @DefaultValue("") String passphrase,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("passkey") @DefaultValue("") String passkey,
            @FormParam("onward") @DefaultValue("/") String onward) {
        if (!safe()) {
            return refused(403, name, onward, new Texts(language.language()).text("sign-in.insecure"));
        }
        try {
            Session session = passkey.isEmpty()
                    ? signIn.signIn(name.strip(), passphrase.toCharArray(), code)
                    : signIn.signIn(name.strip(), passphrase.toCharArray(), new Assertion(visit.challenge(), passkey));
            visit.begin(session);
            Language.ofTag(profile.own(session.caller()).language()).ifPresent(language::keep);
            boolean told = told(session.caller());
            return Response.seeOther(URI.create(told ? Routes.onward(onward) : "/start"))
                    .build();
        } catch (SecondFactorMissing e) {
            return Response.seeOther(URI.create(Routes.DEVICE)).build();
        } catch (SignInRefused e) {
            return refused(401, name, onward, sentence(e.retryAfter(), passkey.isEmpty() ? "" : ".passkey"));
        }
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        Language kept = language.language();
        visit.end();
        language.keep(kept);
        return Response.seeOther(URI.create("/sign-in?ended=out"))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    /** A person says that they are still there. */
    @POST
    @Path("session")
    public Response stay() {
        visit.caller();
        return Response.noContent().build();
    }

    /** The passphrase crosses the wire: only inside the machine, or encrypted. */
    private boolean safe() {
        return TransportSecurity.protects(request, settings.publicUrl());
    }

    private Response refused(int status, String name, String onward, String sentence) {
        show(name, onward, sentence, null);
        return Response.status(status).entity("sign-in.jte").build();
    }

    /** @param shown an ending of the texts' keys that says what came besides the passphrase */
    private String sentence(Duration wait, String shown) {
        var texts = new Texts(language.language());
        String refused = texts.text("sign-in.refused" + shown);
        if (wait.isZero()) {
            return refused;
        }
        long seconds = Math.max(1, wait.toSeconds());
        String left =
                seconds < 60 ? texts.text("wait.seconds", seconds) : texts.text("wait.minutes", (seconds + 59) / 60);
        return refused + " " + texts.text("sign-in.wait", left);
    }

    private void show(String name, String onward, @Nullable String refused, @Nullable String ended) {
        var people = settings.demo() ? SignInPage.DEMO_PEOPLE : List.<SignInPage.DemoPerson>of();
        models.put("frame", frames.frame(Routes.SIGN_IN, null));
        models.put(
                "page",
                new SignInPage(
                        name,
                        Routes.onward(onward),
                        refused,
                        ended,
                        settings.idleTime().toMinutes(),
                        factors.required(),
                        passkeys.possible() ? passkeys.origin() : null,
                        people));
    }
}
