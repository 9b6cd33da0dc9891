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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;
import org.obhut.textblock.PortalLink;
import org.obhut.textblock.TextBlock;
import org.obhut.textblock.TextBlocks;

/** A team's text blocks and links: read by its members, kept by its leads. */
@Path("/teams/{team}/blocks")
@Controller
@RequestScoped
public class TeamBlocksController {

    private final TextBlocks blocks;
    private final Teams teams;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public TeamBlocksController(TextBlocks blocks, Teams teams, Visit visit, Frames frames, Models models) {
        this.blocks = blocks;
        this.teams = teams;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TeamBlocksController() {
        this(null, null, null, null, null);
    }

    @GET
    public String show(
            @PathParam("team") UUID team,
            @QueryParam("change") @Nullable UUID change,
            @QueryParam("done") @Nullable String done) {
        BlocksPage page = page(visit.caller(), team);
        models.put("page", page.with(BlockForms.chosen(page.blocks(), change), null));
        models.put("frame", frames.frame(done));
        return "blocks.jte";
    }

    @POST
    public Response keep(
            @PathParam("team") UUID team,
            @FormParam("block") @DefaultValue("") String block,
            @FormParam("prefix") @DefaultValue("") String prefix,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("text") @DefaultValue("") String text) {
        Caller caller = visit.caller();
        TextBlock typed = BlockForms.typed(block, prefix, language, title, text);
        try {
            blocks.keep(caller, team, BlockForms.idOrNull(typed), typed);
            return BlockForms.back(path(team), "block-kept");
        } catch (InvalidInput e) {
            return refused(page(caller, team).with(typed, e));
        }
    }

    @POST
    @Path("starters")
    public Response starters(@PathParam("team") UUID team) {
        blocks.addStarters(visit.caller(), team);
        return BlockForms.back(path(team), "blocks-added");
    }

    @POST
    @Path("{block}/remove")
    public Response remove(@PathParam("team") UUID team, @PathParam("block") UUID block) {
        blocks.remove(visit.caller(), team, block);
        return BlockForms.back(path(team), "block-removed");
    }

    @POST
    @Path("links")
    public Response keepLink(
            @PathParam("team") UUID team,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("url") @DefaultValue("") String url) {
        Caller caller = visit.caller();
        PortalLink typed = new PortalLink(BlocksPage.NONE, language, title, url);
        try {
            blocks.keepLink(caller, team, typed);
            return BlockForms.back(path(team), "link-kept");
        } catch (InvalidInput e) {
            return refused(page(caller, team).with(typed, new InvalidInput("link-" + e.field(), e.reason())));
        }
    }

    @POST
    @Path("links/{link}/remove")
    public Response removeLink(@PathParam("team") UUID team, @PathParam("link") UUID link) {
        blocks.removeLink(visit.caller(), team, link);
        return BlockForms.back(path(team), "link-removed");
    }

    private Response refused(BlocksPage page) {
        models.put("page", page);
        models.put("frame", frames.frame(page.path(), null));
        return Response.status(422).entity("blocks.jte").build();
    }

    private BlocksPage page(Caller caller, UUID team) {
        return new BlocksPage(
                path(team),
                teams.name(team),
                caller.leadOf(team),
                blocks.ofTeam(caller, team),
                blocks.linksOfTeam(caller, team),
                BlocksPage.NEW,
                BlocksPage.NEW_LINK,
                null);
    }

    private static String path(UUID team) {
        return "/teams/" + team + "/blocks";
    }
}
