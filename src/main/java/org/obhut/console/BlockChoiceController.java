package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.textblock.TextBlocks;
import org.obhut.ticket.Composing;
import org.obhut.ticket.Desk;
import org.obhut.ticket.DraftElsewhere;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;

/** Choosing a text block for a reply: a list for the composer's script, a page without it. */
@Path("/tickets/{id}/blocks")
@Controller
@RequestScoped
public class BlockChoiceController {

    private final Desk desk;
    private final Composing composing;
    private final TextBlocks blocks;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public BlockChoiceController(
            Desk desk, Composing composing, TextBlocks blocks, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.composing = composing;
        this.blocks = blocks;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BlockChoiceController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @HeaderParam("HX-Request") @Nullable String script) {
        Caller caller = visit.caller();
        TicketView ticket = desk.open(caller, id);
        models.put("choice", choice(caller, ticket, DeskController.known(folder)));
        models.put("frame", frames.frame(null));
        return script == null ? "block-choice.jte" : "ticket/block-list.jte";
    }

    /** Puts the block below what is written, and keeps both as the draft. */
    @POST
    public Response insert(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("block") @Nullable UUID block) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        TicketView ticket = desk.open(caller, id);
        String done = choice(caller, ticket, from).choices().stream()
                .filter(one -> one.id().equals(block))
                .findFirst()
                .map(one -> insert(caller, ticket, one))
                .orElse("invalid");
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }

    private String insert(Caller caller, TicketView ticket, BlockChoice.Choice one) {
        try {
            composing.insert(caller, ticket.row().id(), one.text());
            return "block-inserted";
        } catch (DraftElsewhere e) {
            return "version";
        }
    }

    private BlockChoice choice(Caller caller, TicketView ticket, Folder folder) {
        String language = ticket.row().language();
        return BlockChoice.of(ticket, folder, blocks.toInsert(caller, language), blocks.links(caller, language));
    }
}
