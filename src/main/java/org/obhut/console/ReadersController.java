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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ReadingRights;

/** Who reads an open ticket along. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class ReadersController {

    private final ReadingRights rights;
    private final Visit visit;

    @Inject
    public ReadersController(ReadingRights rights, Visit visit) {
        this.rights = rights;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadersController() {
        this(null, null);
    }

    @POST
    @Path("readers")
    public String add(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("reader") @DefaultValue("") String reader,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return BackToTicket.after(id, folder, "reader-added", () -> {
            rights.add(caller, id, reader, BackToTicket.named(ReadingRights.Reason.class, reason), day(until), version);
        });
    }

    @POST
    @Path("readers/remove")
    public String remove(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("reader") @DefaultValue("") String reader,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        return BackToTicket.after(id, folder, "reader-removed", () -> rights.remove(caller, id, reader, version));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput("until", "not-a-day");
        }
    }
}
