package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.call.CallDraft;
import org.obhut.call.CallDrafts;
import org.obhut.call.CallLog;
import org.obhut.call.NewCall;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;

/** Logging a call, in under half a minute: only counted, as a ticket of its own, or at a ticket that is there. */
@Path("/calls")
@Controller
@RequestScoped
public class CallController {

    private final CallLog log;
    private final CallDrafts drafts;
    private final CallPages pages;
    private final RecentRegions regions;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public CallController(
            CallLog log,
            CallDrafts drafts,
            CallPages pages,
            RecentRegions regions,
            CodeLists lists,
            Visit visit,
            Frames frames,
            Models models) {
        this.log = log;
        this.drafts = drafts;
        this.pages = pages;
        this.regions = regions;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CallController() {
        this(null, null, null, null, null, null, null, null);
    }

    @GET
    public String calls() {
        return "redirect:/calls/new";
    }

    /**
     * @param ticket at which the call is to be added, if any
     * @param draft a call of the caller's that is to be gone on with; a new one where there is none
     */
    @GET
    @Path("new")
    public String form(
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("draft") @Nullable String draft,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        pages.requireCounsellor(caller);
        Optional<CallDraft> begun = CallPage.id(draft) ? drafts.find(caller, UUID.fromString(draft)) : Optional.empty();
        models.put(
                "page",
                begun.map(kept -> pages.resumed(caller, kept))
                        .orElseGet(() -> pages.begun(caller, CallPage.id(ticket) ? ticket : null)));
        models.put("frame", frames.frame(done));
        return "call.jte";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response log(MultivaluedMap<String, String> fields) {
        Caller caller = visit.caller();
        pages.requireCounsellor(caller);
        var form = new CallForm(fields);
        try {
            NewCall call = form.call(lists);
            UUID ticket = log.log(caller, call, pages.logged(caller, form)).ticket();
            if (call.region() != null) {
                regions.chose(caller.person(), call.region());
            }
            String onward = ticket == null ? "/calls/new?" : Routes.ticket(ticket, Folder.TEAM) + "&";
            return Response.seeOther(URI.create(onward + "done=call")).build();
        } catch (InvalidInput e) {
            models.put("page", pages.refused(caller, form, e));
            models.put("frame", frames.frame("/calls/new", null));
            return Response.status(422).entity("call.jte").build();
        }
    }
}
