package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.disclosure.ArchivePassphrase;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;

/** A client's own copy (GDPR Art. 15, 20): what goes along, and the sheet for the file. The archive comes from {@link DisclosureDownload}. */
@Path("/tickets/{id}/disclosure")
@Controller
@RequestScoped
public class DisclosureController {

    private final Desk desk;
    private final Visit visit;
    private final Frames frames;
    private final Models models;
    private final SecureRandom random;

    @Inject
    public DisclosureController(Desk desk, Visit visit, Frames frames, Models models, SecureRandom random) {
        this.desk = desk;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
        this.random = random;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DisclosureController() {
        this(null, null, null, null, null);
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
}
