package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Phoning;

/** Finding the ticket of somebody who calls again by the words that were given to it. */
@Path("/calls/find")
@Controller
@RequestScoped
public class CallFindingController {

    private final Phoning phoning;
    private final Visit visit;

    @Inject
    public CallFindingController(Phoning phoning, Visit visit) {
        this.phoning = phoning;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CallFindingController() {
        this(null, null);
    }

    /** Goes to the ticket that these words lead to. Says the same where there is none and where the caller may not read it. */
    @POST
    public String find(@FormParam("code") @DefaultValue("") String heard) {
        Caller caller = visit.caller();
        CallPages.requireMember(caller);
        return found(phoning, caller, heard, "/calls/new");
    }

    /** @param otherwise where to say that there is none */
    static String found(Phoning phoning, Caller caller, String heard, String otherwise) {
        try {
            return phoning.find(caller, heard)
                    .map(ticket -> "redirect:" + Routes.ticket(ticket, Folder.TEAM))
                    .orElse("redirect:" + otherwise + "?done=code-unknown");
        } catch (InvalidInput e) {
            return "redirect:" + otherwise + "?done=" + e.reason();
        }
    }
}
