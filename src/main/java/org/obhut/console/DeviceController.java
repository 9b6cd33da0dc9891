package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Arrival;
import org.obhut.account.SecondFactors;
import org.obhut.account.SignIn;
import org.obhut.account.SignInRefused;
import org.obhut.platform.InvalidInput;

/** Where somebody sets up a device who has a passphrase already and can't sign in without the one-time codes. */
@Path(Routes.DEVICE)
@Controller
@RequestScoped
public class DeviceController {

    private final SignIn signIn;
    private final SecondFactors factors;
    private final Arrivals arrivals;
    private final Frames frames;
    private final Models models;

    @Inject
    public DeviceController(SignIn signIn, SecondFactors factors, Arrivals arrivals, Frames frames, Models models) {
        this.signIn = signIn;
        this.factors = factors;
        this.arrivals = arrivals;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeviceController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response form() {
        return show(200, "", factors.proposed(), null);
    }

    @POST
    public Response set(@BeanParam ArrivalForm form) {
        if (arrivals.unprotected()) {
            return show(403, form.name, factors.proposed(), "insecure");
        }
        try {
            var device = new Arrival.Device(form.secret, form.code);
            return arrivals.arrived(form.name, signIn.setUpDevice(form.name, form.passphrase.toCharArray(), device));
        } catch (SignInRefused e) {
            return show(401, form.name, form.secret, "refused");
        } catch (InvalidInput e) {
            return show(400, form.name, form.secret, "code");
        }
    }

    private Response show(int status, String name, String secret, @Nullable String wrong) {
        models.put("frame", frames.frame(null));
        models.put("page", new DevicePage(new DevicePart(secret, name, true), wrong));
        return Response.status(status).entity("device.jte").build();
    }
}
