package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.Describing;
import org.obhut.ticket.Description;

/** What counsellors say of a case: what it is about, how its client can be written to, and that it is urgent. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class DescribingController {

    private final Describing describing;
    private final Visit visit;

    @Inject
    public DescribingController(Describing describing, Visit visit) {
        this.describing = describing;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DescribingController() {
        this(null, null);
    }

    @POST
    @Path("description")
    public String describe(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("topics") List<String> topics,
            @FormParam("region") @Nullable String region,
            @FormParam("language") @DefaultValue("und") String language,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        var wanted = new Description(topics, region == null || region.isBlank() ? null : region, language);
        return after(id, folder, "described", () -> describing.describe(caller, id, now -> wanted, version));
    }

    @POST
    @Path("safe-contact")
    public String safeContact(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @BeanParam SafeContactForm form,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return after(id, folder, "safe-contact", () -> describing.safeContact(caller, id, form.hints(), version));
    }

    @POST
    @Path("urgent")
    public String urgent(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("urgent") boolean urgent,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return after(
                id, folder, urgent ? "urgent" : "not-urgent", () -> describing.urgent(caller, id, urgent, version));
    }

    private static String after(UUID id, String folder, String done, Runnable wish) {
        return BackToTicket.after(id, folder, done, wish, wrong -> "invalid");
    }
}
