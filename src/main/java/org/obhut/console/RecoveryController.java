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
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Recovery;
import org.obhut.account.RecoveryOverview;
import org.obhut.platform.InvalidInput;

/** Two shares admit one named person as a lead of the team that they belong to. */
@Path("/recovery")
@Controller
@RequestScoped
public class RecoveryController {

    private final Recovery recovery;
    private final RecoveryOverview overview;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public RecoveryController(Recovery recovery, RecoveryOverview overview, Visit visit, Frames frames, Models models) {
        this.recovery = recovery;
        this.overview = overview;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RecoveryController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response form() {
        Caller caller = visit.caller();
        return show(caller, "", "", caller.person(), null);
    }

    /** @param chosen id and fingerprint as they stood on the page: a key that was exchanged since is refused */
    @POST
    public Response recover(
            @FormParam("first") @DefaultValue("") String first,
            @FormParam("second") @DefaultValue("") String second,
            @FormParam("person") @DefaultValue("") String chosen,
            @FormParam("compared") @Nullable String compared) {
        Caller caller = visit.caller();
        String[] field = chosen.split(" ", 2);
        boolean known = chosen.matches("[0-9a-f-]{36} [0-9a-f]{64}");
        UUID person = known ? UUID.fromString(field[0]) : caller.person();
        try {
            if (!known) {
                throw new InvalidInput("person", "required");
            }
            boolean own = person.equals(caller.person());
            if (!own && compared == null) {
                throw new InvalidInput("compared", "not-compared");
            }
            UUID team = recovery.recover(caller, first, second, person, field[1]);
            return Response.seeOther(URI.create(own ? "/teams/" + team + "?done=recovered" : "/teams?done=recovered"))
                    .build();
        } catch (InvalidInput e) {
            return show(caller, first, second, person, e);
        }
    }

    /** The visitor knows that a team was recovered. */
    @POST
    @Path("told")
    public Response told(@FormParam("recovered") UUID recovered) {
        overview.told(visit.caller(), recovered);
        return Response.seeOther(URI.create("/")).build();
    }

    private Response show(Caller caller, String first, String second, UUID person, @Nullable InvalidInput wrong) {
        models.put(
                "page", new RecoveryPage(caller.person(), overview.candidates(caller), first, second, person, wrong));
        models.put("frame", frames.frame("/recovery", null));
        return Response.status(wrong == null ? 200 : 400).entity("recovery.jte").build();
    }
}
