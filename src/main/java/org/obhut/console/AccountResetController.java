package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.AccountReset;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** An administrator makes the account of somebody new who has forgotten the passphrase: first what that means, then the link. */
@Path("/admin/people/{person}/reset")
@Controller
@RequestScoped
public class AccountResetController {

    private final AccountReset accounts;
    private final Visit visit;
    private final Frames frames;
    private final Models models;
    private final Settings settings;

    @Inject
    public AccountResetController(AccountReset accounts, Visit visit, Frames frames, Models models, Settings settings) {
        this.accounts = accounts;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
        this.settings = settings;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AccountResetController() {
        this(null, null, null, null, null);
    }

    @GET
    public Response ask(@PathParam("person") UUID person) {
        return show(200, person, accounts.consequences(visit.caller(), person), null, null);
    }

    /** Answers with the link, which is never shown again. */
    @POST
    public Response reset(@PathParam("person") UUID person, @FormParam("left") @Nullable String left) {
        Caller caller = visit.caller();
        AccountReset.Consequences consequences = accounts.consequences(caller, person);
        try {
            String token = accounts.reset(caller, person, left != null);
            String link = settings.publicUrl().resolve("/reset/" + token).toString();
            return show(200, person, consequences, link, null);
        } catch (InvalidInput e) {
            return show(400, person, consequences, null, e.reason());
        }
    }

    private Response show(
            int status,
            UUID person,
            AccountReset.Consequences consequences,
            @Nullable String link,
            @Nullable String wrong) {
        models.put("page", new AccountResetPage(person, consequences, link, wrong));
        models.put("frame", frames.frame("/admin/people/" + person + "/reset", null));
        return Response.status(status).entity("reset.jte").build();
    }
}
