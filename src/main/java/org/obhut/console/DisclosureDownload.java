package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.disclosure.ArchivePassphrase;
import org.obhut.disclosure.DisclosureArchive;
import org.obhut.disclosure.Disclosures;
import org.obhut.disclosure.Selection;
import org.obhut.outbox.SendingTerms;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;

/**
 * A client's archive, made while it is downloaded. Nothing of it is kept here: the passphrase comes with the request and is on the
 * page that asked. No MVC controller, since those answer pages only; so the form's token is looked at here.
 */
@Path("/tickets/{id}/disclosure")
@RequestScoped
public class DisclosureDownload {

    private final Desk desk;
    private final Disclosures disclosures;
    private final Templates templates;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Clock clock;

    @Inject
    public DisclosureDownload(
            Desk desk,
            Disclosures disclosures,
            Templates templates,
            CodeLists lists,
            Visit visit,
            Frames frames,
            Clock clock) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.templates = templates;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DisclosureDownload() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * The fields {@code m} (ids of entries), {@code language} and {@code passphrase}.
     *
     * @throws StaleForm where the form is not of this session
     * @throws InvalidInput where the passphrase is none of ours, or an id is none
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response archive(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Caller caller = visit.caller();
        Frame.FormToken token = frames.token();
        FilledForm.require(token, first(form, token.name()));
        TicketView ticket = desk.open(caller, id);
        var passphrase = new ArchivePassphrase(first(form, "passphrase"));
        Selection selection = Selection.of(ticket, chosen(form.get("m")));
        byte[] document = document(ticket, selection, first(form, "language"));
        disclosures.begin(caller, ticket, selection);
        SendingTerms terms = ticket.terms();
        String ours = terms == null ? "" : terms.mailbox();
        StreamingOutput archive = to -> DisclosureArchive.write(
                selection, document, ours, (file, out) -> desk.attachment(caller, id, file, out), passphrase, to);
        String name = new DisclosurePage(ticket, Folder.TEAM, "").fileName();
        return Response.ok(archive, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    private static String first(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    private static Set<UUID> chosen(@Nullable List<String> ids) {
        Set<UUID> chosen = new HashSet<>();
        try {
            for (String id : ids == null ? List.<String>of() : ids) {
                chosen.add(UUID.fromString(id));
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("m", "malformed");
        }
        return chosen;
    }

    private byte[] document(TicketView ticket, Selection selection, String language) {
        var texts = new Texts(Language.ofTag(language).orElse(Language.DE));
        var document = new DisclosureDocument(ticket, selection, texts, new Moments(texts, clock), lists);
        return templates
                .render("disclosure/document.jte", Map.of("doc", document))
                .toByteArray();
    }
}
