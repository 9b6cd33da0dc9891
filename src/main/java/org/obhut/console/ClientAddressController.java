package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.WritingDesk;

/** Where a client is written to: an address where none was known, or a safer one. */
@Path("/tickets/{id}/client-address")
@Controller
@RequestScoped
public class ClientAddressController {

    private final WritingDesk writing;
    private final Desk desk;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ClientAddressController(
            WritingDesk writing, Desk desk, DeskPages pages, Visit visit, Frames frames, Models models) {
        this.writing = writing;
        this.desk = desk;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ClientAddressController() {
        this(null, null, null, null, null, null);
    }

    @POST
    public Response set(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("address") @DefaultValue("") String address,
            @FormParam("mailbox") @DefaultValue("") String mailbox,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            writing.clientAddress(caller, id, address, Optional.of(mailbox).filter(each -> !each.isEmpty()), version);
            return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=address"))
                    .build();
        } catch (TicketChanged e) {
            return refused(
                    caller, id, from, new TypedAddress(address, mailbox, new InvalidInput("version", "changed")), 409);
        } catch (InvalidInput e) {
            return refused(caller, id, from, new TypedAddress(address, mailbox, e), 422);
        }
    }

    private Response refused(Caller caller, UUID id, Folder from, TypedAddress typed, int status) {
        var pane = TicketPane.of(desk.open(caller, id), from, null).refused(typed);
        models.put("page", pages.page(caller, from, pane));
        models.put("frame", frames.frame(Routes.ticket(id, from), null));
        return Response.status(status)
                .header("HX-Push-Url", Routes.ticket(id, from))
                .entity("desk.jte")
                .build();
    }
}
