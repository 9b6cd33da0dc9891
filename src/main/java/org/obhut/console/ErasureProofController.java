package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Role;
import org.obhut.ticket.ErasureProofs;
import org.obhut.ticket.TicketNotFound;

/** Proof for the file that tickets were erased before their day: all of 12 months, and one to be printed. */
@Path("/erasures")
@Controller
@RequestScoped
public class ErasureProofController {

    private final ErasureProofs proofs;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ErasureProofController(ErasureProofs proofs, Visit visit, Frames frames, Models models) {
        this.proofs = proofs;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureProofController() {
        this(null, null, null, null);
    }

    @GET
    public String list() {
        models.put("page", new ErasureProofsPage(proofs.all(visit.caller())));
        models.put("frame", frames.frame(null));
        return "erasures.jte";
    }

    @GET
    @Path("{number}")
    public String sheet(
            @PathParam("number") String number,
            @QueryParam("folder") @DefaultValue("") String folder,
            @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        if (!number.matches("\\d{1,18}")) {
            throw new TicketNotFound();
        }
        String back = folder.isEmpty() ? "/erasures" : Routes.desk(DeskController.known(folder));
        boolean lists = !caller.leads().isEmpty() || caller.has(Role.ADMINISTRATOR);
        models.put(
                "page",
                new ErasureProofPage(
                        proofs.of(caller, Long.parseLong(number)), lists || !folder.isEmpty() ? back : "/"));
        models.put("frame", frames.frame(done));
        return "erasure.jte";
    }
}
