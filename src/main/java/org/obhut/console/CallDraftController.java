package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.call.CallDrafts;
import org.obhut.platform.InvalidInput;

/** Calls that are not logged yet: kept every ten seconds by the page, put aside and thrown away by the person. */
@Path("/calls/drafts")
@Controller
@RequestScoped
public class CallDraftController {

    private final CallDrafts drafts;
    private final Visit visit;

    @Inject
    public CallDraftController(CallDrafts drafts, Visit visit) {
        this.drafts = drafts;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CallDraftController() {
        this(null, null);
    }

    /** Keeps what is typed. Does not prolong the session. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(MultivaluedMap<String, String> fields) {
        return kept(visit.watcher(), fields)
                ? Response.noContent().build()
                : Response.status(422).build();
    }

    /** Puts the call aside for later. */
    @POST
    @Path("later")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response later(MultivaluedMap<String, String> fields) {
        String done = kept(visit.caller(), fields) ? "call-later" : "call-not-kept";
        return Response.seeOther(URI.create("/calls/new?done=" + done)).build();
    }

    private boolean kept(Caller caller, MultivaluedMap<String, String> fields) {
        CallPages.requireMember(caller);
        try {
            drafts.keep(caller, new CallForm(fields).draft());
            return true;
        } catch (InvalidInput e) {
            return false;
        }
    }

    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String discard(MultivaluedMap<String, String> fields) {
        Caller caller = visit.caller();
        CallPages.requireMember(caller);
        UUID draft = new CallForm(fields).draftId();
        if (draft != null) {
            drafts.discard(caller, draft);
        }
        return "redirect:/calls/new?done=call-discarded";
    }
}
