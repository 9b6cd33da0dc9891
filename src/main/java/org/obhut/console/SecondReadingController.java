package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.SecondReading;

/** What a second reader does with a reply that waits, and how its author takes it back. */
@Path("/tickets/{id}/approvals")
@Controller
@RequestScoped
public class SecondReadingController {

    private final SecondReading reading;
    private final Visit visit;

    @Inject
    public SecondReadingController(SecondReading reading, Visit visit) {
        this.reading = reading;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SecondReadingController() {
        this(null, null);
    }

    @POST
    @Path("take-back")
    public String takeBack(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        Caller caller = visit.caller();
        return BackToTicket.after(id, folder, "submission-back", () -> reading.takeBack(caller, id));
    }

    @POST
    @Path("{author}/approve")
    public String approve(
            @PathParam("id") UUID id,
            @PathParam("author") UUID author,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("version") long version,
            @FormParam("key") @DefaultValue("") String key) {
        Caller caller = visit.caller();
        return BackToTicket.after(
                id,
                folder,
                "approved",
                () -> reading.approve(caller, id, author, text, version, key),
                wrong -> "approval-" + wrong.reason());
    }

    @POST
    @Path("{author}/send-back")
    public String sendBack(
            @PathParam("id") UUID id,
            @PathParam("author") UUID author,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("note") @DefaultValue("") String note) {
        Caller caller = visit.caller();
        return BackToTicket.after(
                id, folder, "sent-back", () -> reading.sendBack(caller, id, author, note), wrong -> "approval-note");
    }
}
