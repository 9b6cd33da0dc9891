package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.mailbox.MailboxSetUp;
import org.obhut.platform.InvalidInput;

/** Adding a mailbox, or changing one that was added. What was found when it was tried stands on the page of mailboxes. */
@Path("/admin/mailboxes/new")
@Controller
@RequestScoped
public class MailboxSetUpController {

    private static final String MAILBOXES = "/admin/mailboxes?done=";

    private final MailboxSetUp setUp;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public MailboxSetUpController(MailboxSetUp setUp, Visit visit, Frames frames, Models models) {
        this.setUp = setUp;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxSetUpController() {
        this(null, null, null, null);
    }

    /** @param address of one that was added and is to be changed; empty for a new one */
    @GET
    public Response form(@QueryParam("address") @DefaultValue("") String address) {
        Map<String, String> known = setUp.known(visit.caller()).getOrDefault(address, Map.of());
        return show(200, MailboxForm.of(known), null);
    }

    @POST
    public Response add(@BeanParam MailboxForm form) {
        Caller caller = visit.caller();
        try {
            setUp.add(caller, form.mailbox());
            return Response.seeOther(URI.create(MAILBOXES + "mailbox-added")).build();
        } catch (InvalidInput e) {
            return show(400, form, e);
        }
    }

    @POST
    @Path("remove")
    public Response remove(@FormParam("address") @DefaultValue("") String address) {
        setUp.remove(visit.caller(), address);
        return Response.seeOther(URI.create(MAILBOXES + "mailbox-removed")).build();
    }

    private Response show(int status, MailboxForm form, @Nullable InvalidInput input) {
        models.put("frame", frames.frame(null));
        models.put(
                "page",
                new MailboxSetUpPage(form, input == null ? "" : input.field(), input == null ? "" : input.reason()));
        return Response.status(status).entity("mailbox-new.jte").build();
    }
}
