package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.WritingDesk;

/** Handing a case on to a counselling centre: the words are shown, and can be changed, before they go out. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class ForwardController {

    private final Desk desk;
    private final WritingDesk writing;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ForwardController(Desk desk, WritingDesk writing, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.writing = writing;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ForwardController() {
        this(null, null, null, null, null);
    }

    /** Ids stand in the address, never a word. */
    @GET
    @Path("forward")
    public String form(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("m") List<UUID> messages,
            @QueryParam("address") @Nullable String address,
            @QueryParam("words") @Nullable String words) {
        Caller caller = visit.caller();
        Frame frame = frames.frame(null);
        ForwardForm form = null;
        if (words != null) {
            String text =
                    writing.forwardText(caller, id, messages, frame.language().tag(), address != null);
            form = ForwardForm.begun(messages, frame.t("forward.subject.usual"), "\n\n" + text);
        }
        show(id, folder, new ForwardPage(desk.open(caller, id), DeskController.known(folder), form, false, null));
        return "forward.jte";
    }

    @POST
    @Path("forwards")
    public Response forward(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            MultivaluedMap<String, String> fields) {
        Caller caller = visit.caller();
        ForwardForm form = new ForwardForm(fields);
        try {
            writing.forward(
                    caller, id, form.forward(frames.frame(null).language().tag()));
            return Response.seeOther(URI.create(Routes.ticket(id, DeskController.known(folder)) + "&done=forwarded"))
                    .build();
        } catch (TicketChanged e) {
            return refused(caller, id, folder, form, 409, new InvalidInput("text", "changed"));
        } catch (InvalidInput e) {
            return refused(caller, id, folder, form, 422, e);
        }
    }

    private Response refused(Caller caller, UUID id, String folder, ForwardForm form, int status, InvalidInput wrong) {
        show(id, folder, new ForwardPage(desk.open(caller, id), DeskController.known(folder), form, false, wrong));
        return Response.status(status).entity("forward.jte").build();
    }

    private void show(UUID id, String folder, ForwardPage page) {
        models.put("page", page);
        models.put("frame", frames.frame(Routes.ticket(id, DeskController.known(folder)), null));
    }
}
