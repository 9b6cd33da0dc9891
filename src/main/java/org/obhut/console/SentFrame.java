package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TimelineEntry;

/** What stands in the frame: a document with rules of its own, which belongs to no origin wherever it is opened. */
@Path("/tickets/{id}/messages/{message}/frame")
@RequestScoped
public class SentFrame {

    private final Desk desk;
    private final Visit visit;
    private final ChosenLanguage language;

    @Inject
    public SentFrame(Desk desk, Visit visit, ChosenLanguage language) {
        this.desk = desk;
        this.visit = visit;
        this.language = language;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SentFrame() {
        this(null, null, null);
    }

    @GET
    public Response show(@PathParam("id") UUID id, @PathParam("message") UUID message) {
        Caller caller = visit.caller();
        TimelineEntry entry = desk.message(caller, id, message);
        InlineImages images = new InlineImages(desk, caller, id, entry.attachments());
        String document = SentDocument.of(SentController.html(entry).cleaned(), images, new Texts(language.language()));
        return Response.ok(document, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", SentDocument.POLICY)
                // Names of hosts are looked up for links nobody has clicked, and a host can be named after its reader.
                .header("X-DNS-Prefetch-Control", "off")
                .build();
    }
}
