package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TimelineEntry.Attachment;

/** Files of a client, which no browser is to open by itself: always a download, never a page of this server. */
@Path("/tickets/{id}/attachments/{attachment}")
@RequestScoped
public class AttachmentDownload {

    private final Desk desk;
    private final Visit visit;

    @Inject
    public AttachmentDownload(Desk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AttachmentDownload() {
        this(null, null);
    }

    @GET
    public Response download(@PathParam("id") UUID id, @PathParam("attachment") UUID attachment) {
        Caller caller = visit.caller();
        Attachment file = desk.open(caller, id).timeline().stream()
                .flatMap(entry -> entry.files().stream())
                .filter(each -> each.id().equals(attachment))
                .findFirst()
                .orElseThrow(TicketNotFound::new);
        StreamingOutput bytes = to -> desk.attachment(caller, id, attachment, to);
        return Response.ok(bytes, "application/octet-stream")
                .header("Content-Disposition", disposition(file.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /** RFC 6266 with RFC 8187's extended notation alone: the sender's name never stands unencoded in a header. */
    static String disposition(String name) {
        String encoded = URLEncoder.encode(name.isBlank() ? "file" : name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
