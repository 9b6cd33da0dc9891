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
import org.obhut.account.AccountReset;
import org.obhut.account.Invitations;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** Where the link leads by which somebody comes back whose account was reset. One that is unknown, used or over is not found. */
@Path("/reset/{token}")
@Controller
@RequestScoped
public class ReturnController {

    private final AccountReset accounts;
    private final Arrivals arrivals;

    @Inject
    public ReturnController(AccountReset accounts, Arrivals arrivals) {
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
        Invitations.Offer offer = offer(token);
        return arrivals.empty(action(token), offer.name(), offer.displayName());
    }

    @POST
    public Response accept(@PathParam("token") String token, @BeanParam ArrivalForm form) {
        Invitations.Offer offer = offer(token);
        form.name = offer.name();
        form.displayName = offer.displayName();
        if (arrivals.unprotected()) {
            return arrivals.insecure(action(token), false, form);
        }
        try {
            return arrivals.arrived(offer.name(), accounts.accept(token, form.arrival()));
        } catch (InvalidInput e) {
            return arrivals.wrong(action(token), false, form, e);
        } catch (Refused e) {
            throw new NotFoundException();
        }
    }

    private Invitations.Offer offer(String token) {
        return accounts.offer(token).orElseThrow(NotFoundException::new);
    }

    private static String action(String token) {
        return "/reset/" + token;
    }
}
