package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.obhut.account.AccountReturn;

/** What a browser needs to make a passkey for who comes back after a reset. */
@Path("/reset/{token}/passkey")
@RequestScoped
public class ReturnPasskey {

    private final AccountReturn accounts;
    private final Arrivals arrivals;

    @Inject
    public ReturnPasskey(AccountReturn accounts, Arrivals arrivals) {
        this.accounts = accounts;
        this.arrivals = arrivals;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReturnPasskey() {
        this(null, null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String begin(@PathParam("token") String token) {
        return arrivals.passkey(accounts, token);
    }
}
