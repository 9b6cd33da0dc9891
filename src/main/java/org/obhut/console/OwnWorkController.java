package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.allocation.WorkProfiles;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Absences;

/** In which languages and on which days somebody counsels, and when they are away: what rules of their teams go by. */
@Path("/profile/work")
@Controller
@RequestScoped
public class OwnWorkController {

    private final WorkProfiles profiles;
    private final Absences absences;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public OwnWorkController(
            WorkProfiles profiles, Absences absences, CodeLists lists, Visit visit, Frames frames, Models models) {
        this.profiles = profiles;
        this.absences = absences;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OwnWorkController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String show(@QueryParam("done") @Nullable String done) {
        show(visit.caller(), "", done);
        return "own-work.jte";
    }

    @POST
    public Response set(
            @FormParam("language") List<String> languages,
            @FormParam("day") List<String> days,
            @FormParam("topic") List<String> topics) {
        Caller caller = visit.caller();
        try {
            profiles.setOwn(caller, WorkWords.typed(lists, languages, days, topics));
            return Response.seeOther(URI.create("/profile/work?done=work")).build();
        } catch (InvalidInput e) {
            show(caller, e.field(), null);
            return Response.status(422).entity("own-work.jte").build();
        }
    }

    private void show(Caller caller, String wrong, @Nullable String done) {
        models.put("profile", profiles.own(caller));
        models.put("wrong", wrong);
        models.put(
                "away",
                absences.list(caller).stream()
                        .filter(absence -> absence.person().equals(caller.name()))
                        .toList());
        models.put("frame", frames.frame("/profile/work", done));
    }
}
