package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Keeping;
import org.obhut.ticket.ReadingRights;
import org.obhut.ticket.Status;
import org.obhut.ticket.WritingDesk;

/** One ticket: reading it with its files, and setting one value at a time against the version that was seen. */
@Path("tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketResource {

    private static final String VALUE = "value";
    private static final String VERSION = "version";

    private final Desk desk;
    private final ReadingRights rights;
    private final WritingDesk writing;
    private final Keeping keeping;
    private final Bearer bearer;

    @Inject
    TicketResource(Desk desk, ReadingRights rights, WritingDesk writing, Keeping keeping, Bearer bearer) {
        this.desk = desk;
        this.rights = rights;
        this.writing = writing;
        this.keeping = keeping;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected TicketResource() {
        this(null, null, null, null, null);
    }

    @GET
    public JsonObject open(@PathParam("ticket") UUID ticket) {
        return TicketJson.ticket(desk.open(bearer.counsellor(), ticket));
    }

    /** The bytes alone: what a file claims to be is in the timeline, and nothing should act on it. */
    @GET
    @Path("attachments/{attachment}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    public Response attachment(@PathParam("ticket") UUID ticket, @PathParam("attachment") UUID attachment) {
        Caller caller = bearer.counsellor();
        StreamingOutput bytes = out -> desk.attachment(caller, ticket, attachment, out);
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    @PUT
    @Path("assignee")
    public JsonObject assignee(@PathParam("ticket") UUID ticket, JsonFields body) {
        var assignee = body.textOrNothing(VALUE);
        long version = Versions.seen(body);
        return Versions.now(desk.assign(bearer.counsellor(), ticket, assignee, version));
    }

    /** {@code mailbox} is needed only where the ticket has none yet and its team has several. */
    @PUT
    @Path("client-address")
    public JsonObject clientAddress(@PathParam("ticket") UUID ticket, JsonFields body) {
        String address = body.text(VALUE);
        var mailbox = body.optionalText("mailbox");
        long version = Versions.seen(body);
        return Versions.now(writing.clientAddress(bearer.counsellor(), ticket, address, mailbox, version));
    }

    @PUT
    @Path("status")
    public JsonObject status(@PathParam("ticket") UUID ticket, JsonFields body) {
        Status status = Names.value(Status.class, VALUE, body.text(VALUE));
        long version = Versions.seen(body);
        return Versions.now(desk.status(bearer.counsellor(), ticket, status, version));
    }

    @PUT
    @Path("spam")
    public JsonObject spam(@PathParam("ticket") UUID ticket, JsonFields body) {
        boolean spam = body.flag(VALUE);
        long version = Versions.seen(body);
        return Versions.now(desk.spam(bearer.counsellor(), ticket, spam, version));
    }

    @PUT
    @Path("follow-up")
    public JsonObject followUp(@PathParam("ticket") UUID ticket, JsonFields body) {
        body.textOrNothing(VALUE);
        var day = body.day(VALUE);
        long version = Versions.seen(body);
        return Versions.now(desk.followUp(bearer.counsellor(), ticket, day, version));
    }

    @PUT
    @Path("retention")
    public JsonObject retention(@PathParam("ticket") UUID ticket, JsonFields body) {
        body.textOrNothing(VALUE);
        var day = body.day(VALUE);
        var reason = body.optionalText("reason");
        long version = Versions.seen(body);
        return Versions.now(keeping.keep(bearer.counsellor(), ticket, day, reason.orElse(""), version));
    }

    @PUT
    @Path("team")
    public JsonObject team(@PathParam("ticket") UUID ticket, JsonFields body) {
        String team = body.text(VALUE);
        long version = Versions.seen(body);
        return Versions.now(rights.move(bearer.counsellor(), ticket, team, version));
    }
}
