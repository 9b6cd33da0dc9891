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
import org.obhut.platform.InvalidInput;
import org.obhut.textblock.TextBlock;
import org.obhut.textblock.TextBlocks;

/** A person's own text blocks. */
@Path("/profile/blocks")
@Controller
@RequestScoped
public class OwnBlocksController {

    private static final String PATH = "/profile/blocks";

    private final TextBlocks blocks;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public OwnBlocksController(TextBlocks blocks, Visit visit, Frames frames, Models models) {
        this.blocks = blocks;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OwnBlocksController() {
        this(null, null, null, null);
    }

    @GET
    public String show(@QueryParam("change") @Nullable UUID change, @QueryParam("done") @Nullable String done) {
        BlocksPage page = page(visit.caller());
        models.put("page", page.with(BlockForms.chosen(page.blocks(), change), null));
        models.put("frame", frames.frame(done));
        return "blocks.jte";
    }

    @POST
    public Response keep(
            @FormParam("block") @DefaultValue("") String block,
            @FormParam("prefix") @DefaultValue("") String prefix,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("text") @DefaultValue("") String text) {
        Caller caller = visit.caller();
        TextBlock typed = BlockForms.typed(block, prefix, language, title, text);
        try {
            blocks.keepOwn(caller, BlockForms.idOrNull(typed), typed);
            return BlockForms.back(PATH, "block-kept");
        } catch (InvalidInput e) {
            models.put("page", page(caller).with(typed, e));
            models.put("frame", frames.frame(PATH, null));
            return Response.status(422).entity("blocks.jte").build();
        }
    }

    @POST
    @Path("{block}/remove")
    public Response remove(@PathParam("block") UUID block) {
        blocks.removeOwn(visit.caller(), block);
        return BlockForms.back(PATH, "block-removed");
    }

    private BlocksPage page(Caller caller) {
        return new BlocksPage(PATH, null, true, blocks.own(caller), null, BlocksPage.NEW, BlocksPage.NEW_LINK, null);
    }
}
