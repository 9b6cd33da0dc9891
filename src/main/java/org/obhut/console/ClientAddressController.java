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
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.WritingDesk;

/** Where a client is written to: an address where none was known, or a safer one. */
@Path("/tickets/{id}/client-address")
@Controller
@RequestScoped
public class ClientAddressController {

    private final WritingDesk desk;
    private final Visit visit;

    @Inject
    public ClientAddressController(WritingDesk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ClientAddressController() {
        this(null, null);
    }

    @POST
    public String set(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("address") @DefaultValue("") String address,
            @FormParam("mailbox") @DefaultValue("") String mailbox,
            @FormParam("version") long version) {
        Caller caller = visit.caller();
        String done = "address";
        try {
            desk.clientAddress(caller, id, address, Optional.of(mailbox).filter(each -> !each.isEmpty()), version);
        } catch (TicketChanged e) {
            done = "version";
        } catch (InvalidInput e) {
            done = e.reason().equals("not-an-address") ? "address-wrong" : "address-refused";
        }
        return "redirect:" + Routes.ticket(id, DeskController.known(folder)) + "&done=" + done;
    }
}
