package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.call.CallDrafts;
import org.obhut.call.CallUndo;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;

/** Taking back a call that was logged some minutes ago. Leads to its form, filled in as it was. */
@Path("/calls/{id}/undo")
@Controller
@RequestScoped
public class CallUndoController {

    private final CallUndo undo;
    private final CallDrafts drafts;
    private final Visit visit;

    @Inject
    public CallUndoController(CallUndo undo, CallDrafts drafts, Visit visit) {
        this.undo = undo;
        this.drafts = drafts;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CallUndoController() {
        this(null, null, null);
    }

    @POST
    public String undo(@PathParam("id") UUID id) {
        Caller caller = visit.caller();
        CallPages.requireMember(caller);
        String done = outcome(caller, id);
        String form = drafts.find(caller, id).isPresent() ? "draft=" + id + "&" : "";
        return "redirect:/calls/new?" + form + "done=" + done;
    }

    private String outcome(Caller caller, UUID id) {
        try {
            undo.undo(caller, id);
            return "call-undone";
        } catch (InvalidInput no) {
            return "call-" + no.reason();
        } catch (TicketChanged | FileHeld changed) {
            return "call-undo-changed";
        } catch (TicketNotFound gone) {
            return "call-undo-gone";
        }
    }
}
