package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.FillingIn;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketChanged;

/** The statistics sheet of a ticket: what will be counted of it, filled in advance, and corrected before it is. */
@Path("/tickets/{id}/sheet")
@Controller
@RequestScoped
public class SheetController {

    private final FillingIn filling;
    private final Desk desk;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public SheetController(FillingIn filling, Desk desk, CodeLists lists, Visit visit, Frames frames, Models models) {
        this.filling = filling;
        this.desk = desk;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SheetController() {
        this(null, null, null, null, null, null);
    }

    @GET
    public String show(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        Caller caller = visit.caller();
        var ticket = desk.open(caller, id);
        models.put(
                "page",
                new SheetPage(
                        lists,
                        ticket,
                        DeskController.known(folder),
                        SheetForm.of(ticket),
                        filling.standing(caller, id),
                        null,
                        false));
        models.put("frame", frames.frame(null));
        return "sheet.jte";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fill(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            MultivaluedMap<String, String> fields) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        var form = new SheetForm(fields);
        boolean close = form.value("then").equals("closed");
        try {
            filling.fill(caller, id, form.answers(), close, version(form));
            return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + (close ? "closed" : "sheet")))
                    .build();
        } catch (TicketChanged e) {
            return refused(caller, id, from, form, 409, null);
        } catch (InvalidInput e) {
            return refused(caller, id, from, form, 422, e);
        }
    }

    private static long version(SheetForm form) {
        try {
            return form.value("version").isEmpty() ? 0 : Long.parseLong(form.value("version"));
        } catch (NumberFormatException e) {
            throw new BadRequestException();
        }
    }

    /** @param wrong null where the ticket has changed since */
    private Response refused(
            Caller caller, UUID id, Folder from, SheetForm form, int status, @Nullable InvalidInput wrong) {
        var ticket = desk.open(caller, id);
        models.put(
                "page", new SheetPage(lists, ticket, from, form, filling.standing(caller, id), wrong, wrong == null));
        models.put("frame", frames.frame(Routes.post(id, "sheet", from), null));
        return Response.status(status).entity("sheet.jte").build();
    }
}
