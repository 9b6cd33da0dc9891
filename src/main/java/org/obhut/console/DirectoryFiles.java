package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.directory.Directory;
import org.obhut.directory.ImportPlan;
import org.obhut.directory.UnreadableFile;

/**
 * The directory as a file, out and in. No MVC controller, since those answer pages only and do not read such a form; so the form's
 * token is looked at here. A file is first shown row by row and taken with a second form, which carries it along.
 */
@Path("/directory")
@RequestScoped
public class DirectoryFiles {

    private final Directory directory;
    private final Templates templates;
    private final Visit visit;
    private final Frames frames;

    @Inject
    public DirectoryFiles(Directory directory, Templates templates, Visit visit, Frames frames) {
        this.directory = directory;
        this.templates = templates;
        this.visit = visit;
        this.frames = frames;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DirectoryFiles() {
        this(null, null, null, null);
    }

    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    public Response export() {
        Caller caller = visit.caller();
        return Response.ok(directory.export(caller).getBytes(StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"directory.csv\"")
                .build();
    }

    @GET
    @Path("import")
    public Response choose() {
        keeper();
        return page(200, DirectoryImportPage.EMPTY);
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response plan(List<EntityPart> parts) throws IOException {
        Caller caller = keeper();
        FilledForm form = FilledForm.of(parts, frames.token());
        byte[] file = form.files().isEmpty()
                ? form.value("text").getBytes(StandardCharsets.UTF_8)
                : form.files().get(0).bytes();
        try {
            return form.ticked("take") ? take(caller, file) : shown(directory.plan(caller, file), file);
        } catch (UnreadableFile e) {
            return page(422, DirectoryImportPage.unreadable(e));
        }
    }

    private Response take(Caller caller, byte[] file) {
        ImportPlan plan = directory.take(caller, file);
        return plan.possible()
                ? Response.seeOther(URI.create("/directory?done=entries-imported"))
                        .build()
                : shown(plan, file);
    }

    private Response shown(ImportPlan plan, byte[] file) {
        return page(
                plan.possible() ? 200 : 422,
                new DirectoryImportPage(plan, new String(file, StandardCharsets.UTF_8), null));
    }

    private Caller keeper() {
        Caller caller = visit.caller();
        if (!Directory.keeps(caller)) {
            throw new Refused("coordinator or lead");
        }
        return caller;
    }

    private Response page(int status, DirectoryImportPage page) {
        byte[] html = templates
                .render("directory-import.jte", Map.of("page", page, "frame", frames.frame("/directory/import", null)))
                .toByteArray();
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(html)
                .build();
    }
}
