package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.obhut.ticket.Keeping;

/** Whether a team wants two people to agree before a ticket is erased at once. */
@Path("/teams/{team}/erasure")
@Controller
@RequestScoped
public class ErasureRuleController {

    private final Keeping keeping;
    private final Visit visit;

    @Inject
    public ErasureRuleController(Keeping keeping, Visit visit) {
        this.keeping = keeping;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureRuleController() {
        this(null, null);
    }

    @POST
    public String set(@PathParam("team") UUID team, @FormParam("two") boolean two) {
        keeping.needsTwo(visit.caller(), team, two);
        return "redirect:/teams/" + team + "?done=erasure-rule";
    }
}
