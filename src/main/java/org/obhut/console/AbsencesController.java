package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.obhut.ticket.Absences;

/** Who is away from a team, and who reads in their place. */
@Path("/teams/{team}")
@Controller
@RequestScoped
public class AbsencesController {

    private final Absences absences;
    private final TeamWishes wishes;

    @Inject
    public AbsencesController(Absences absences, TeamWishes wishes) {
        this.absences = absences;
        this.wishes = wishes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AbsencesController() {
        this(null, null);
    }

    @POST
    @Path("absences")
    public String away(
            @PathParam("team") UUID team,
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("deputy") @DefaultValue("") String deputy,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("to") @DefaultValue("") String to) {
        return wishes.carryOut(
                team,
                "absence-set",
                caller -> absences.set(caller, team, person, deputy, LocalDate.parse(from), LocalDate.parse(to)));
    }

    @POST
    @Path("absences/end")
    public String here(@PathParam("team") UUID team, @FormParam("person") @DefaultValue("") String person) {
        return wishes.carryOut(team, "absence-ended", caller -> absences.end(caller, team, person));
    }
}
