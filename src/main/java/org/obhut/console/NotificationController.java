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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.notification.Choice;
import org.obhut.notification.Notifications;
import org.obhut.notification.Pace;
import org.obhut.platform.InvalidInput;

/** Whether, where and how often a person is told by mail that something waits. Everybody sets it for themselves alone. */
@Path("/profile/notifications")
@Controller
@RequestScoped
public class NotificationController {

    private static final String PATH = "/profile/notifications";

    private final Notifications notifications;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public NotificationController(Notifications notifications, Visit visit, Frames frames, Models models) {
        this.notifications = notifications;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected NotificationController() {
        this(null, null, null, null);
    }

    @GET
    public String show(@QueryParam("done") @Nullable String done) {
        show(visit.caller(), null, null, done);
        return "notifications.jte";
    }

    @POST
    public Response choose(
            @FormParam("pace") @DefaultValue("off") String pace,
            @FormParam("team") @Nullable String team,
            @FormParam("from") @DefaultValue("20") int from,
            @FormParam("to") @DefaultValue("7") int to) {
        Caller caller = visit.caller();
        Choice choice = null;
        try {
            choice = new Choice(BackToTicket.named(Pace.class, pace), team != null, from, to);
            notifications.choose(caller, choice);
            return done("notifications");
        } catch (InvalidInput e) {
            return refused(caller, choice, e);
        }
    }

    /** Mails a code to the address, which counts once the code is typed here. */
    @POST
    @Path("address")
    public Response address(@FormParam("address") @DefaultValue("") String address) {
        return after("code-sent", caller -> notifications.address(caller, address));
    }

    @POST
    @Path("code")
    public Response confirm(@FormParam("code") @DefaultValue("") String code) {
        return after("address-confirmed", caller -> notifications.confirm(caller, code));
    }

    @POST
    @Path("removal")
    public Response remove() {
        return after("address-removed", notifications::remove);
    }

    private Response after(String done, Consumer<Caller> wish) {
        Caller caller = visit.caller();
        try {
            wish.accept(caller);
            return done(done);
        } catch (InvalidInput e) {
            return refused(caller, null, e);
        }
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create(PATH + "?done=" + what)).build();
    }

    private Response refused(Caller caller, @Nullable Choice typed, InvalidInput wrong) {
        show(caller, typed, wrong, null);
        return Response.status(422).entity("notifications.jte").build();
    }

    private void show(Caller caller, @Nullable Choice typed, @Nullable InvalidInput wrong, @Nullable String done) {
        Notifications.Setting setting = notifications.of(caller);
        models.put("page", new NotificationPage(setting, typed == null ? setting.choice() : typed, wrong));
        models.put("frame", frames.frame(PATH, done));
    }
}
