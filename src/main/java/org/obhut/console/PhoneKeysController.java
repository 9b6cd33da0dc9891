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
import org.obhut.call.PhoneKeys;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** The keys of telephone systems, for leads and administrators: issue one, see when each was used, revoke. */
@Path("/phones")
@Controller
@RequestScoped
public class PhoneKeysController {

    private final PhoneKeys keys;
    private final Settings settings;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public PhoneKeysController(PhoneKeys keys, Settings settings, Visit visit, Frames frames, Models models) {
        this.keys = keys;
        this.settings = settings;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PhoneKeysController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response list(@QueryParam("done") @Nullable String done) {
        return show(visit.caller(), 200, done, "", null, null);
    }

    /** Answers with the key, which is never shown again. */
    @POST
    public Response issue(@FormParam("name") @DefaultValue("") String name) {
        Caller caller = visit.caller();
        try {
            return show(caller, 200, null, "", keys.issue(caller, name), null);
        } catch (InvalidInput e) {
            return show(caller, 400, null, name, null, e.reason());
        }
    }

    @POST
    @Path("{key}/revoke")
    public String revoke(@PathParam("key") UUID key) {
        keys.revoke(visit.caller(), key);
        return "redirect:/phones?done=phone-revoked";
    }

    private Response show(
            Caller caller,
            int status,
            @Nullable String done,
            String name,
            @Nullable String issued,
            @Nullable String wrong) {
        String address = settings.publicUrl().resolve("/api/v1/calls").toString();
        models.put("page", new PhoneKeysPage(keys.list(caller), name, issued, wrong, address));
        models.put("frame", frames.frame("/phones", done));
        return Response.status(status).entity("phones.jte").build();
    }
}
