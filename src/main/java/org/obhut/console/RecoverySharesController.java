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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.RecoveryCeremony;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;

/** A team's recovery shares, for its members to know of and for its leads to make. */
@Path("/teams/{team}/recovery")
@Controller
@RequestScoped
public class RecoverySharesController {

    private static final String VIEW = "recovery-shares.jte";

    private final RecoveryOverview overview;
    private final RecoveryCeremony ceremony;
    private final Teams teams;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public RecoverySharesController(
            RecoveryOverview overview,
            RecoveryCeremony ceremony,
            Teams teams,
            Visit visit,
            Frames frames,
            Models models) {
        this.overview = overview;
        this.ceremony = ceremony;
        this.teams = teams;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RecoverySharesController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public Response show(@PathParam("team") UUID team, @QueryParam("done") @Nullable String done) {
        return show(visit.caller(), team, List.of(), null, done);
    }

    @POST
    public Response begin(
            @PathParam("team") UUID team,
            @FormParam("holder1") @DefaultValue("") String first,
            @FormParam("holder2") @DefaultValue("") String second,
            @FormParam("holder3") @DefaultValue("") String third) {
        Caller caller = visit.caller();
        List<String> holders = List.of(first, second, third);
        try {
            ceremony.begin(caller, team, holders);
            return back(team, null);
        } catch (InvalidInput e) {
            return show(caller, team, holders, e, null);
        }
    }

    /** Puts the words out of sight, or shows them once more. */
    @POST
    @Path("hide")
    public Response hide(@PathParam("team") UUID team, @FormParam("hidden") boolean hidden) {
        ceremony.hide(visit.caller(), team, hidden);
        return back(team, null);
    }

    @POST
    @Path("confirm")
    public Response confirm(
            @PathParam("team") UUID team,
            @FormParam("first") @DefaultValue("") String first,
            @FormParam("second") @DefaultValue("") String second) {
        Caller caller = visit.caller();
        try {
            return back(team, ceremony.confirm(caller, team, first, second) ? "recovery-ready" : "share-confirmed");
        } catch (InvalidInput e) {
            return show(caller, team, List.of(), e, null);
        }
    }

    @POST
    @Path("give-up")
    public Response giveUp(@PathParam("team") UUID team) {
        ceremony.giveUp(visit.caller(), team);
        return back(team, "shares-given-up");
    }

    private Response show(
            Caller caller, UUID team, List<String> holders, @Nullable InvalidInput wrong, @Nullable String done) {
        RecoveryOverview.Standing standing = overview.of(caller, team);
        models.put(
                "page",
                new RecoverySharesPage(
                        team,
                        teams.name(team),
                        caller.leadOf(team),
                        standing,
                        ceremony.step(caller, team).orElse(null),
                        holders,
                        wrong));
        models.put("frame", frames.frame("/teams/" + team + "/recovery", done));
        return Response.status(wrong == null ? 200 : 400).entity(VIEW).build();
    }

    private static Response back(UUID team, @Nullable String done) {
        String page = "/teams/" + team + "/recovery";
        return Response.seeOther(URI.create(done == null ? page : page + "?done=" + done))
                .build();
    }
}
