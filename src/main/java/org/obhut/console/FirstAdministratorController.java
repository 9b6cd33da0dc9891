package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.obhut.account.FirstAdministrator;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;
import org.obhut.platform.TransportSecurity;

/** Where the one-time link leads. A link that is unknown or used is not found. */
@Path("/first-administrator/{token}")
@Controller
@RequestScoped
public class FirstAdministratorController {

    private static final String VIEW = "first-administrator.jte";

    private final FirstAdministrator first;
    private final Frames frames;
    private final Models models;
    private final Settings settings;
    private final HttpServletRequest request;

    @Inject
    public FirstAdministratorController(
            FirstAdministrator first, Frames frames, Models models, Settings settings, HttpServletRequest request) {
        this.first = first;
        this.frames = frames;
        this.models = models;
        this.settings = settings;
        this.request = request;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FirstAdministratorController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response form(@PathParam("token") String token) {
        requireOffered(token);
        return show(200, FirstAdministratorPage.empty(token));
    }

    @POST
    public Response create(
            @PathParam("token") String token,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("passphrase") @DefaultValue("") String passphrase) {
        requireOffered(token);
        if (!TransportSecurity.protects(request, settings.publicUrl())) {
            return show(403, new FirstAdministratorPage(token, name, null, null, true));
        }
        try {
            first.create(token, name.strip(), passphrase.toCharArray());
            return Response.seeOther(URI.create(Routes.SIGN_IN)).build();
        } catch (InvalidInput e) {
            return show(400, new FirstAdministratorPage(token, name, e.field(), e.reason(), false));
        } catch (Refused e) {
            throw new NotFoundException();
        }
    }

    private void requireOffered(String token) {
        if (!first.offers(token)) {
            throw new NotFoundException();
        }
    }

    private Response show(int status, FirstAdministratorPage page) {
        models.put("frame", frames.frame(null));
        models.put("page", page);
        return Response.status(status).entity(VIEW).build();
    }
}
