package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.mailbox.Quarantine;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;

/** Folders of tickets. One ticket has a class of its own, as JAX-RS looks no further than the longest path that fits. */
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketsResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Desk desk;
    private final Quarantine quarantine;
    private final Bearer bearer;

    @Inject
    TicketsResource(Desk desk, Quarantine quarantine, Bearer bearer) {
        this.desk = desk;
        this.quarantine = quarantine;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected TicketsResource() {
        this(null, null, null);
    }

    @GET
    public JsonObject list(
            @QueryParam("folder") @Nullable String folder,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Caller caller = bearer.counsellor();
        int most = limit(limit);
        if ("quarantine".equals(folder)) {
            return QuarantineJson.page(quarantine.list(caller));
        }
        Folder wanted = Names.value(Folder.class, "folder", folder);
        Optional<String> cursor = Optional.ofNullable(after).filter(text -> !text.isEmpty());
        return TicketJson.page(desk.list(caller, wanted, most, cursor));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new InvalidInput("limit", "not-from-1-to-200");
        }
        return Integer.parseInt(limit);
    }
}
