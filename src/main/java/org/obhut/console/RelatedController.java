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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Linking;
import org.obhut.ticket.OtherTickets;
import org.obhut.ticket.TicketRow;

/** Other tickets: to point to, or to become one with. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class RelatedController {

    private final OtherTickets others;
    private final Linking linking;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public RelatedController(OtherTickets others, Linking linking, Visit visit, Frames frames, Models models) {
        this.others = others;
        this.linking = linking;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RelatedController() {
        this(null, null, null, null, null);
    }

    /** @param number of a ticket, a part of its random id */
    @GET
    @Path("related")
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("number") @DefaultValue("") String number) {
        return page(visit.caller(), id, DeskController.known(folder), number, null);
    }

    private String page(Caller caller, UUID id, Folder folder, String number, @Nullable String wrong) {
        List<TicketRow> suggested = others.suggested(caller, id);
        List<TicketRow> rows = number.isBlank()
                ? suggested
                : others.numbered(caller, number).stream()
                        .filter(row -> !row.id().equals(id))
                        .toList();
        models.put("page", new RelatedPage(id, folder, number, rows, wrong));
        models.put("frame", frames.frame(null));
        return "related.jte";
    }

    @POST
    @Path("links")
    public String link(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("other") @Nullable UUID other) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        if (other == null) {
            return page(caller, id, from, "", "related.wrong.nothing");
        }
        try {
            linking.link(caller, id, other);
            return "redirect:" + Routes.ticket(id, from) + "&done=linked";
        } catch (InvalidInput e) {
            return page(caller, id, from, "", "related.wrong." + e.reason());
        }
    }

    @POST
    @Path("links/remove")
    public String unlink(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("other") @Nullable UUID other) {
        Caller caller = visit.caller();
        return BackToTicket.after(id, folder, "unlinked", () -> linking.unlink(caller, id, other == null ? id : other));
    }
}
