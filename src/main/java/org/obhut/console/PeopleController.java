package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Invitations;
import org.obhut.account.Role;
import org.obhut.account.Staff;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** The people, for the administrator: who is there, who was invited, who may not sign in. */
@Path("/admin/people")
@Controller
@RequestScoped
public class PeopleController {

    private final Staff staff;
    private final Invitations invitations;
    private final Visit visit;
    private final Frames frames;
    private final Models models;
    private final Settings settings;

    @Inject
    public PeopleController(
            Staff staff, Invitations invitations, Visit visit, Frames frames, Models models, Settings settings) {
        this.staff = staff;
        this.invitations = invitations;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
        this.settings = settings;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PeopleController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public Response list(@QueryParam("done") @Nullable String done) {
        return show(visit.caller(), 200, done, PeoplePage.Invited.NOBODY);
    }

    /** Answers with the link, which is never shown again. */
    @POST
    public Response invite(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("displayName") @DefaultValue("") String displayName,
            @FormParam("role") List<String> roles) {
        Caller caller = visit.caller();
        Set<Role> wanted =
                roles.stream().map(role -> BackToTicket.named(Role.class, role)).collect(Collectors.toSet());
        try {
            String token = invitations.invite(caller, name, displayName, wanted);
            String link = settings.publicUrl().resolve("/invitation/" + token).toString();
            return show(caller, 200, null, PeoplePage.Invited.by(link, displayName.strip()));
        } catch (InvalidInput e) {
            return show(caller, 400, null, PeoplePage.Invited.refused(name, displayName, roles, e));
        }
    }

    @POST
    @Path("invitations/{invitation}/withdraw")
    public String withdraw(@PathParam("invitation") UUID invitation) {
        invitations.withdraw(visit.caller(), invitation);
        return "redirect:/admin/people?done=invitation-withdrawn";
    }

    @POST
    @Path("{person}/block")
    public String block(@PathParam("person") UUID person) {
        staff.block(visit.caller(), person);
        return "redirect:/admin/people?done=person-blocked";
    }

    @POST
    @Path("{person}/unblock")
    public String unblock(@PathParam("person") UUID person) {
        staff.unblock(visit.caller(), person);
        return "redirect:/admin/people?done=person-unblocked";
    }

    private Response show(Caller caller, int status, @Nullable String done, PeoplePage.Invited invited) {
        models.put("page", new PeoplePage(staff.all(caller), invitations.list(caller), caller.person(), invited));
        models.put("frame", frames.frame("/admin/people", done));
        return Response.status(status).entity("people.jte").build();
    }
}
