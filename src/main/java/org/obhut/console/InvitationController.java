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
import org.obhut.account.Invitations;

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
        return arrivals.form(invitations, "/invitation/", token);
    }

    @POST
    public Response accept(@PathParam("token") String token, @BeanParam ArrivalForm form) {
        return arrivals.accept(invitations, "/invitation/", token, form);
    }
}
