package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.obhut.ticket.Phoning;

/** Giving a ticket the words by which somebody who calls again is found. */
@Path("/tickets/{id}/spoken")
@Controller
@RequestScoped
public class SpokenController {

    private final Phoning phoning;
    private final Visit visit;

    @Inject
    public SpokenController(Phoning phoning, Visit visit) {
        this.phoning = phoning;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SpokenController() {
        this(null, null);
    }

    @POST
    public String give(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        return BackToTicket.after(id, folder, "spoken", () -> phoning.give(visit.caller(), id));
    }
}
