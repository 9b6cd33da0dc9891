package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.obhut.ticket.Proposals;

/** Declines whom the team's rule proposes for a ticket. To accept is to assign. */
@Path("/tickets/{id}/proposal")
@Controller
@RequestScoped
public class ProposalController {

    private final Proposals proposals;
    private final Visit visit;

    @Inject
    public ProposalController(Proposals proposals, Visit visit) {
        this.proposals = proposals;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ProposalController() {
        this(null, null);
    }

    @POST
    public String decline(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("version") long version) {
        var caller = visit.caller();
        return BackToTicket.after(id, folder, "declined", () -> proposals.decline(caller, id, version));
    }
}
