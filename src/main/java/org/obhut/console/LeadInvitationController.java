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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.obhut.account.Caller;
import org.obhut.account.Invitations;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** Where a lead invites somebody who will counsel. Letting them into the team is another step, with six words. */
@Path("/teams/invitations")
@Controller
@RequestScoped
public class LeadInvitationController {

    private final Invitations invitations;
    private final Visit visit;
    private final Frames frames;
    private final Models models;
    private final Settings settings;

    @Inject
    public LeadInvitationController(
            Invitations invitations, Visit visit, Frames frames, Models models, Settings settings) {
        this.invitations = invitations;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
        this.settings = settings;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LeadInvitationController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response form() {
        if (visit.caller().leads().isEmpty()) {
            throw new Refused("leads a team");
        }
        return show(200, PeoplePage.Invited.NOBODY);
    }

    /** Answers with the link, which is never shown again. */
    @POST
    public Response invite(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("displayName") @DefaultValue("") String displayName) {
        Caller caller = visit.caller();
        try {
            String token = invitations.invite(caller, name, displayName, Set.of());
            String link = settings.publicUrl().resolve("/invitation/" + token).toString();
            return show(200, PeoplePage.Invited.by(link, displayName.strip()));
        } catch (InvalidInput e) {
            return show(400, PeoplePage.Invited.refused(name, displayName, List.of(), e));
        }
    }

    private Response show(int status, PeoplePage.Invited invited) {
        models.put("frame", frames.frame("/teams/invitations", null));
        models.put("invited", invited);
        return Response.status(status).entity("invite.jte").build();
    }
}
