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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.call.CallLog;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;

/** Logging a call, in under half a minute: only counted, as a ticket of its own, or at a ticket that is there. */
@Path("/calls")
@Controller
@RequestScoped
public class CallController {

    private final CallLog log;
    private final CodeLists lists;
    private final Teams teams;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public CallController(CallLog log, CodeLists lists, Teams teams, Visit visit, Frames frames, Models models) {
        this.log = log;
        this.lists = lists;
        this.teams = teams;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CallController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String calls() {
        return "redirect:/calls/new";
    }

    @GET
    @Path("new")
    public String form(@QueryParam("ticket") @Nullable String ticket, @QueryParam("done") @Nullable String done) {
        Caller caller = counsellor();
        show(caller, CallForm.empty(CallPage.id(ticket) ? ticket : null), null);
        models.put("frame", frames.frame(done));
        return "call.jte";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response log(MultivaluedMap<String, String> fields) {
        Caller caller = counsellor();
        var form = new CallForm(fields);
        try {
            UUID ticket = log.log(caller, form.call()).ticket();
            String onward = ticket == null ? "/calls/new?" : Routes.ticket(ticket, Folder.TEAM) + "&";
            return Response.seeOther(URI.create(onward + "done=call")).build();
        } catch (InvalidInput e) {
            show(caller, form, e);
            models.put("frame", frames.frame("/calls/new", null));
            return Response.status(422).entity("call.jte").build();
        }
    }

    private Caller counsellor() {
        Caller caller = visit.caller();
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        return caller;
    }

    private void show(Caller caller, CallForm form, @Nullable InvalidInput wrong) {
        models.put(
                "page",
                new CallPage(
                        lists,
                        form,
                        caller.counsels().stream().map(teams::name).sorted().toList(),
                        wrong == null ? null : wrong.field(),
                        wrong == null ? null : wrong.reason()));
    }
}
