package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.directory.Directory;
import org.obhut.directory.Organisation;
import org.obhut.directory.OrganisationText;
import org.obhut.ticket.Composing;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Referring;

/** Putting a place of the directory into a reply, and noting that there is none. */
@Path("/tickets/{id}/referrals")
@Controller
@RequestScoped
public class ReferralController {

    private final Composing composing;
    private final Referring referring;
    private final Directory directory;
    private final Visit visit;

    @Inject
    public ReferralController(Composing composing, Referring referring, Directory directory, Visit visit) {
        this.composing = composing;
        this.referring = referring;
        this.directory = directory;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReferralController() {
        this(null, null, null, null);
    }

    /** @param language of the text, a BCP 47 tag */
    @POST
    public Response insert(
            @PathParam("id") UUID id,
            @FormParam("entry") UUID entry,
            @FormParam("text") @DefaultValue("de") String language,
            @FormParam("count") @Nullable String count) {
        Caller caller = visit.caller();
        Organisation place = directory
                .find(caller, entry)
                .orElseThrow(NotFoundException::new)
                .organisation();
        composing.insert(caller, id, OrganisationText.in(language, place) + "\n");
        if (count != null) {
            referring.refer(caller, id, place.name());
        }
        return back(id, Folder.TEAM, "place-inserted");
    }

    @POST
    @Path("none")
    public Response notFound(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        Folder from = DeskController.known(folder);
        referring.notFound(visit.caller(), id);
        return back(id, from, "no-place");
    }

    private static Response back(UUID id, Folder from, String done) {
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }
}
