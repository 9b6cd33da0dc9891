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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.EarlyErasure;
import org.obhut.ticket.ErasureGround;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Keeping;
import org.obhut.ticket.TicketChanged;

/** How long a ticket is kept: another day, or its end at once. */
@Path("/tickets/{id}/erasure")
@Controller
@RequestScoped
public class KeepingController {

    private static final String PAGE = "keeping.jte";

    private final Keeping keeping;
    private final EarlyErasure erasure;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public KeepingController(Keeping keeping, EarlyErasure erasure, Visit visit, Frames frames, Models models) {
        this.keeping = keeping;
        this.erasure = erasure;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepingController() {
        this(null, null, null, null, null);
    }

    @GET
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("erase") @DefaultValue("false") boolean erase,
            @QueryParam("done") @Nullable String done) {
        Keeping.Prospect prospect = keeping.prospect(visit.caller(), id);
        show(new KeepingPage(id, DeskController.known(folder), prospect, erase, prospect.eraseOn(), "", null), done);
        return PAGE;
    }

    @POST
    @Path("keep")
    public String keep(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("usual") boolean usual,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        String wrong;
        try {
            Optional<LocalDate> day = usual ? Optional.empty() : Optional.of(LocalDate.parse(until));
            keeping.keep(caller, id, day, reason, version);
            return "redirect:" + Routes.ticket(id, from) + "&done=" + (usual ? "kept-no-more" : "kept");
        } catch (TicketChanged e) {
            return back(id, from, "version");
        } catch (DateTimeException e) {
            wrong = "keeping.wrong.day";
        } catch (InvalidInput e) {
            wrong = "keeping.wrong." + (e.field().equals("reason") ? "reason-" + e.reason() : "day");
        }
        Keeping.Prospect prospect = keeping.prospect(caller, id);
        show(new KeepingPage(id, from, prospect, false, day(until), reason, wrong), null);
        return PAGE;
    }

    /** What a lead typed stays on the page; a day that is none goes. */
    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What was erased leads to its proof for the file. */
    @POST
    public String erase(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("ground") @DefaultValue("not_needed") String ground,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            OptionalLong number = erasure.erase(caller, id, BackToTicket.named(ErasureGround.class, ground), version);
            return number.isPresent()
                    ? "redirect:" + Routes.erasure(number.getAsLong()) + "?folder=" + Routes.name(from)
                            + "&done=ticket-erased"
                    : "redirect:" + Routes.ticket(id, from) + "&done=erasure-asked";
        } catch (TicketChanged e) {
            return back(id, from, "version");
        } catch (FileHeld e) {
            return back(id, from, "erasure-held");
        }
    }

    @POST
    @Path("withdraw")
    public String withdraw(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        Folder from = DeskController.known(folder);
        try {
            keeping.withdraw(caller, id, version);
            return back(id, from, "erasure-withdrawn");
        } catch (TicketChanged e) {
            return back(id, from, "version");
        }
    }

    private static String back(UUID id, Folder folder, String done) {
        return "redirect:/tickets/" + id + "/erasure?folder=" + Routes.name(folder) + "&done=" + done;
    }

    private void show(KeepingPage page, @Nullable String done) {
        models.put("page", page);
        models.put("frame", frames.frame(done));
    }
}
