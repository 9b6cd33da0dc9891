package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.obhut.account.Invitations;

/** What a browser needs to make a passkey for who was invited. */
@Path("/invitation/{token}/passkey")
@RequestScoped
public class InvitationPasskey {

    private final Invitations invitations;
    private final Arrivals arrivals;

    @Inject
    public InvitationPasskey(Invitations invitations, Arrivals arrivals) {
        this.invitations = invitations;
        this.arrivals = arrivals;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected InvitationPasskey() {
        this(null, null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String begin(@PathParam("token") String token) {
        return arrivals.passkey(invitations, token);
    }
}
