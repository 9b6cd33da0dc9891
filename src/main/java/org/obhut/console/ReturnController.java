package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.obhut.account.AccountReturn;

/** Where the link leads by which somebody comes back whose account was reset. One that is unknown, used or over is not found. */
@Path("/reset/{token}")
@Controller
@RequestScoped
public class ReturnController {

    private final AccountReturn accounts;
    private final Arrivals arrivals;

    @Inject
    public ReturnController(AccountReturn accounts, Arrivals arrivals) {
        this.accounts = accounts;
        this.arrivals = arrivals;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReturnController() {
        this(null, null);
    }

    @GET
    public Response form(@PathParam("token") String token) {
        return arrivals.form(accounts, "/reset/", token);
    }

    @POST
    public Response accept(@PathParam("token") String token, @BeanParam ArrivalForm form) {
        return arrivals.accept(accounts, "/reset/", token, form);
    }
}
