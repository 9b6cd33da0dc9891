package org.obhut.console;

import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.disclosure.ArchivePassphrase;
import org.obhut.disclosure.DisclosureArchive;
import org.obhut.disclosure.Disclosures;
import org.obhut.disclosure.Selection;
import org.obhut.outbox.SendingTerms;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;

/** A client's own copy (GDPR Art. 15, 20): what goes along, a sealed archive that is made while it is downloaded, and the sheet for the file. */
@Path("/tickets/{id}/disclosure")
@Controller
@RequestScoped
public class DisclosureController {

    private final Desk desk;
    private final Disclosures disclosures;
    private final Templates templates;
    private final Visit visit;
    private final Frames frames;
    private final Models models;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public DisclosureController(
            Desk desk,
            Disclosures disclosures,
            Templates templates,
            Visit visit,
            Frames frames,
            Models models,
            SecureRandom random,
            Clock clock) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.templates = templates;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
        this.random = random;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DisclosureController() {
        this(null, null, null, null, null, null, null, null);
    }

    @GET
    public String choose(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        return show(id, folder, ArchivePassphrase.random(random).value(), "disclosure.jte");
    }

    /** What was given and when, without a word of it, to be printed. */
    @GET
    @Path("sheet")
    public String sheet(@PathParam("id") UUID id, @QueryParam("folder") @DefaultValue("team") String folder) {
        return show(id, folder, "", "disclosure-sheet.jte");
    }

    private String show(UUID id, String folder, String passphrase, String view) {
        Folder from = DeskController.known(folder);
        models.put("page", new DisclosurePage(desk.open(visit.caller(), id), from, passphrase));
        models.put("frame", frames.frame(null));
        return view;
    }

    /** Nothing of it is kept here: the passphrase comes with the request and is on the page that asked. */
    @POST
    public Response archive(
            @PathParam("id") UUID id,
            @FormParam("m") List<UUID> entries,
            @FormParam("language") @DefaultValue("de") String language,
            @FormParam("passphrase") @DefaultValue("") String passphrase) {
        Caller caller = visit.caller();
        var secret = new ArchivePassphrase(passphrase);
        TicketView ticket = desk.open(caller, id);
        Selection selection = Selection.of(ticket, Set.copyOf(entries));
        byte[] document = document(ticket, selection, language);
        disclosures.begin(caller, ticket, selection);
        SendingTerms terms = ticket.terms();
        String ours = terms == null ? "" : terms.mailbox();
        StreamingOutput archive = to -> DisclosureArchive.write(
                selection, document, ours, (file, out) -> desk.attachment(caller, id, file, out), secret, to);
        String name = new DisclosurePage(ticket, Folder.TEAM, "").fileName();
        return Response.ok(archive, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    private byte[] document(TicketView ticket, Selection selection, String language) {
        var texts = new Texts(language.equals("en") ? Language.EN : Language.DE);
        var document = new DisclosureDocument(ticket, selection, texts, new Moments(texts, clock));
        Utf8ByteOutput page = templates.render("disclosure/document.jte", Map.of("doc", document));
        var bytes = new ByteArrayOutputStream();
        try {
            page.writeTo(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
