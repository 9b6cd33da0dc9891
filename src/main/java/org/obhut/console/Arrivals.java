package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Passkeys;
import org.obhut.account.PassphraseWords;
import org.obhut.account.Refused;
import org.obhut.account.SecondFactors;
import org.obhut.account.WayIn;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;
import org.obhut.platform.TransportSecurity;

/** What the ways in have in common: the first administrator's, that of invited people, and that of who comes back after a reset. */
@RequestScoped
public class Arrivals {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Visit visit;
    private final Frames frames;
    private final ChosenLanguage language;
    private final Models models;
    private final Settings settings;
    private final HttpServletRequest request;
    private final SecureRandom random;

    @Inject
    public Arrivals(
            SecondFactors factors,
            Passkeys passkeys,
            Visit visit,
            Frames frames,
            ChosenLanguage language,
            Models models,
            Settings settings,
            HttpServletRequest request,
            SecureRandom random) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.visit = visit;
        this.frames = frames;
        this.language = language;
        this.models = models;
        this.settings = settings;
        this.request = request;
        this.random = random;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Arrivals() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** The empty form for the holder of a link. @param path of the page, which the token ends */
    Response form(WayIn way, String path, String token) {
        WayIn.Offer offer = offer(way, token);
        return empty(path + token, offer.name(), offer.displayName());
    }

    /** What the holder of a link filled in. @param path of the page, which the token ends */
    Response accept(WayIn way, String path, String token, ArrivalForm form) {
        WayIn.Offer offer = offer(way, token);
        form.name = offer.name();
        form.displayName = offer.displayName();
        if (unprotected()) {
            return insecure(path + token, false, form);
        }
        try {
            return arrived(offer.name(), way.accept(token, form.arrival(visit.challenge())));
        } catch (InvalidInput e) {
            return wrong(path + token, false, form, e);
        } catch (Refused e) {
            throw new NotFoundException();
        }
    }

    /** What a browser needs to make a passkey for the holder of a link. */
    String passkey(WayIn way, String token) {
        WayIn.Offer offer = offer(way, token);
        Passkeys.Creation creation = passkeys.creation(offer);
        visit.challenge(creation.challenge());
        return PasskeyCreation.json(creation, offer.name());
    }

    private static WayIn.Offer offer(WayIn way, String token) {
        return way.offer(token).orElseThrow(NotFoundException::new);
    }

    /** The empty form. @param name empty where it is still to be chosen */
    Response empty(String action, String name, String displayName) {
        return show(200, action, name.isEmpty(), form(name, displayName), null);
    }

    private static ArrivalForm form(String name, String displayName) {
        ArrivalForm form = new ArrivalForm();
        form.name = name;
        form.displayName = displayName;
        return form;
    }

    /** The passphrase crosses the wire: only inside the machine, or encrypted. */
    boolean unprotected() {
        return !TransportSecurity.protects(request, settings.publicUrl());
    }

    Response insecure(String action, boolean first, ArrivalForm form) {
        return show(403, action, first, form, null);
    }

    Response wrong(String action, boolean first, ArrivalForm form, InvalidInput input) {
        return show(400, action, first, form, input);
    }

    /** Shows recovery codes, once; without any, the way in. */
    Response arrived(String name, List<String> codes) {
        models.put("frame", frames.frame(Routes.SIGN_IN, null));
        models.put("page", new CodesPage(name, codes, Routes.SIGN_IN));
        return Response.ok("codes.jte").build();
    }

    private Response show(int status, String action, boolean first, ArrivalForm form, @Nullable InvalidInput input) {
        // A suggestion that was noted down stays on the page; anything else is not shown again.
        String suggestion = form.suggestion.matches("[a-z-]+( [a-z-]+){5}")
                ? form.suggestion
                : PassphraseWords.next(random, language.language().locale());
        String secret = form.secret.matches("[A-Z2-7]{32}") ? form.secret : factors.proposed();
        models.put("frame", frames.frame(null));
        models.put(
                "page",
                new ArrivalPage(
                        action,
                        first,
                        form.name,
                        form.displayName,
                        suggestion,
                        new DevicePart(secret, form.name, factors.required()),
                        !first && passkeys.possible() ? passkeys.origin() : null,
                        input == null ? null : input.field(),
                        input == null ? null : input.reason(),
                        status == 403));
        return Response.status(status).entity("arrival.jte").build();
    }
}
