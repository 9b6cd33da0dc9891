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
import org.obhut.account.Invitations;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** Where an invitation's link leads. One that is unknown, used, withdrawn or over is not found, and nobody is told which. */
@Path("/invitation/{token}")
@Controller
@RequestScoped
public class InvitationController {

    private final Invitations invitations;
    private final Arrivals arrivals;

    @Inject
    public InvitationController(Invitations invitations, Arrivals arrivals) {
        this.invitations = invitations;
        this.arrivals = arrivals;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected InvitationController() {
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
            return arrivals.arrived(offer.name(), invitations.accept(token, form.arrival()));
        } catch (InvalidInput e) {
            return arrivals.wrong(action(token), false, form, e);
        } catch (Refused e) {
            throw new NotFoundException();
        }
    }

    private Invitations.Offer offer(String token) {
        return invitations.offer(token).orElseThrow(NotFoundException::new);
    }

    private static String action(String token) {
        return "/invitation/" + token;
    }
}
