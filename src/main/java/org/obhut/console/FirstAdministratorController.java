package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.obhut.account.FirstAdministrator;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** Where the first administrator's link leads. A link that is unknown or used is not found. */
@Path("/first-administrator/{token}")
@Controller
@RequestScoped
public class FirstAdministratorController {

    private final FirstAdministrator first;
    private final Arrivals arrivals;

    @Inject
    public FirstAdministratorController(FirstAdministrator first, Arrivals arrivals) {
        this.first = first;
        this.arrivals = arrivals;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FirstAdministratorController() {
        this(null, null);
    }

    @GET
    public Response form(@PathParam("token") String token) {
        requireOffered(token);
        return arrivals.empty(action(token), "", "");
    }

    @POST
    public Response create(@PathParam("token") String token, @BeanParam ArrivalForm form) {
        requireOffered(token);
        if (arrivals.unprotected()) {
            return arrivals.insecure(action(token), true, form);
        }
        try {
            return arrivals.arrived(form.name, first.create(token, form.name, form.displayName, form.arrival("")));
        } catch (InvalidInput e) {
            return arrivals.wrong(action(token), true, form, e);
        } catch (Refused e) {
            throw new NotFoundException();
        }
    }

    private void requireOffered(String token) {
        if (!first.offers(token)) {
            throw new NotFoundException();
        }
    }

    private static String action(String token) {
        return "/first-administrator/" + token;
    }
}
