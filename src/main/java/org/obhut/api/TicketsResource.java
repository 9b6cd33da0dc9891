package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.mailbox.Quarantine;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.BegunConversation;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Filter;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Listing;
import org.obhut.ticket.Sort;
import org.obhut.ticket.WritingDesk;

/** Folders of tickets. One ticket has a class of its own, as JAX-RS looks no further than the longest path that fits. */
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketsResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Desk desk;
    private final Quarantine quarantine;
    private final WritingDesk writing;
    private final Teams teams;
    private final Bearer bearer;

    @Inject
    TicketsResource(Desk desk, Quarantine quarantine, WritingDesk writing, Teams teams, Bearer bearer) {
        this.desk = desk;
        this.quarantine = quarantine;
        this.writing = writing;
        this.teams = teams;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected TicketsResource() {
        this(null, null, null, null, null);
    }

    @GET
    public JsonObject list(
            @QueryParam("folder") @Nullable String folder,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("team") @Nullable String team) {
        Caller caller = bearer.counsellor();
        int most = limit(limit);
        if ("quarantine".equals(folder)) {
            return QuarantineJson.page(quarantine.list(caller));
        }
        Folder wanted = Names.value(Folder.class, "folder", folder);
        Optional<String> cursor = Optional.ofNullable(after).filter(text -> !text.isEmpty());
        Sort order = sort == null ? Sort.ACTIVITY : Names.value(Sort.class, "sort", sort);
        Filter filter = team == null ? Filter.NONE : new Filter(team(team), null, null, null, null);
        return TicketJson.page(desk.list(caller, new Listing(wanted, filter, order), most, cursor.orElse(null), null));
    }

    private UUID team(String name) {
        return teams.byName(name).orElseThrow(() -> new InvalidInput("team", "unknown-value"));
    }

    /** Begins a conversation: a ticket that waits for the client's answer, with the first mail in it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @UpTo(mebibytes = 36) JsonFields body) {
        Caller caller = bearer.counsellor();
        BegunConversation begun = writing.begin(caller, MailRequest.of(body, IdempotencyKey.checked(key)));
        JsonObject json = Json.createObjectBuilder()
                .add("id", begun.ticket().toString())
                .add("messageId", begun.mail().message().toString())
                .add("delivery", TimelineJson.delivery(begun.mail().delivery()))
                .build();
        return Response.status(Response.Status.CREATED).entity(json).build();
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
