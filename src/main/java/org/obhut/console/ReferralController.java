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
import org.obhut.ticket.Referral;
import org.obhut.ticket.Referring;

/** Putting a place of the directory into a reply, noting that there is none, and what became of it. */
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
            @FormParam("count") @Nullable String count,
            @FormParam("result") @Nullable String result) {
        Caller caller = visit.caller();
        Organisation place = directory
                .find(caller, entry)
                .orElseThrow(NotFoundException::new)
                .organisation();
        composing.insert(caller, id, OrganisationText.in(language, place) + "\n");
        if (count != null) {
            referring.refer(caller, id, new Referral(place.name(), referring.kind(place.kind()), said(result), null));
        }
        return back(id, Folder.TEAM, "place-inserted");
    }

    @POST
    @Path("none")
    public Response notFound(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("kind") @Nullable String kind) {
        Folder from = DeskController.known(folder);
        referring.notFound(visit.caller(), id, said(kind));
        return back(id, from, "no-place");
    }

    /** What became of a referral, which is often known only later. */
    @POST
    @Path("{entry}")
    public String result(
            @PathParam("id") UUID id,
            @PathParam("entry") UUID entry,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("result") @DefaultValue("") String result,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return BackToTicket.after(
                id,
                folder,
                "referral-saved",
                () -> referring.result(caller, id, entry, result, version),
                wrong -> "referral-" + wrong.field());
    }

    @POST
    @Path("{entry}/take-back")
    public String takeBack(
            @PathParam("id") UUID id,
            @PathParam("entry") UUID entry,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return BackToTicket.after(
                id,
                folder,
                "referral-taken-back",
                () -> referring.takeBack(caller, id, entry, version),
                wrong -> "referral-" + wrong.field());
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static Response back(UUID id, Folder from, String done) {
        return Response.seeOther(URI.create(Routes.ticket(id, from) + "&done=" + done))
                .build();
    }
}
