package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.WhoReads;

/** Who can read what: names and numbers, no word of a client. */
@Path("/access")
@Controller
@RequestScoped
public class AccessController {

    private final WhoReads reads;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public AccessController(WhoReads reads, Visit visit, Frames frames, Models models) {
        this.reads = reads;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AccessController() {
        this(null, null, null, null);
    }

    @GET
    public String show(@QueryParam("before") @Nullable Long before) {
        Caller caller = visit.caller();
        models.put("page", new AccessPage(reads.teams(caller), reads.tickets(caller, before), caller.counsellor()));
        models.put("frame", frames.frame(null));
        return "access.jte";
    }
}
