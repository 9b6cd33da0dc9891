package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Leadership;
import org.obhut.account.Membership;
import org.obhut.account.Succession;

/** Who is let into a team, leads it, and leaves it. */
@Path("/teams/{team}")
@Controller
@RequestScoped
public class MembersController {

    private final Membership membership;
    private final Leadership leadership;
    private final Succession succession;
    private final TeamWishes wishes;

    @Inject
    public MembersController(Membership membership, Leadership leadership, Succession succession, TeamWishes wishes) {
        this.membership = membership;
        this.leadership = leadership;
        this.succession = succession;
        this.wishes = wishes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MembersController() {
        this(null, null, null, null);
    }

    /**
     * The fingerprint is the one that stood on the page: a key that was exchanged since is refused. A member who was let in
     * again is to read again what is assigned to them.
     */
    @POST
    @Path("members")
    public String admit(
            @PathParam("team") UUID team,
            @FormParam("person") UUID person,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("compared") @Nullable String compared,
            @FormParam("lead") @Nullable String lead) {
        return compared == null
                ? TeamWishes.back(team, "not-compared")
                : wishes.carryOutAndReseal(
                        team, "admitted", caller -> membership.admit(caller, team, person, key, lead != null));
    }

    @POST
    @Path("leave")
    public String leave(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        return wishes.carryOutAndReseal(team, "left", caller -> succession.leave(caller, team, person));
    }

    @POST
    @Path("lead")
    public String setLead(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        return wishes.carryOut(team, "lead-set", caller -> leadership.setLead(caller, team, person));
    }

    @POST
    @Path("unset-lead")
    public String unsetLead(@PathParam("team") UUID team, @FormParam("person") UUID person) {
        return wishes.carryOutAndReseal(team, "lead-unset", caller -> succession.unsetLead(caller, team, person));
    }
}
