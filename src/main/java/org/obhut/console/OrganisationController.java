package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectoryEntry;
import org.obhut.directory.EntryChanged;
import org.obhut.directory.Fault;
import org.obhut.directory.Field;
import org.obhut.directory.InvalidOrganisation;

/** Adding and changing an entry of the directory. */
@Path("/directory")
@Controller
@RequestScoped
public class OrganisationController {

    private final Directory directory;
    private final CodeLists lists;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public OrganisationController(Directory directory, CodeLists lists, Visit visit, Frames frames, Models models) {
        this.directory = directory;
        this.lists = lists;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OrganisationController() {
        this(null, null, null, null, null);
    }

    @GET
    @Path("new")
    public Response add() {
        keeper();
        return show(200, null, 0, Map.of(Field.FREE, "yes"), List.of(), false);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> form) {
        Caller caller = keeper();
        Map<Field, String> fields = fields(form);
        try {
            return to(directory.add(caller, fields), "entry-saved");
        } catch (InvalidOrganisation e) {
            return show(422, null, 0, fields, e.faults(), false);
        }
    }

    @GET
    @Path("{entry}/change")
    public Response change(@PathParam("entry") UUID entry) {
        DirectoryEntry known = directory.find(keeper(), entry).orElseThrow(NotFoundException::new);
        return show(200, entry, known.version(), known.organisation().fields(), List.of(), false);
    }

    @POST
    @Path("{entry}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("entry") UUID entry, MultivaluedMap<String, String> form) {
        Caller caller = keeper();
        DirectoryEntry known = directory.find(caller, entry).orElseThrow(NotFoundException::new);
        Map<Field, String> fields = fields(form);
        try {
            directory.change(caller, entry, fields, version(form));
            return to(entry, "entry-saved");
        } catch (InvalidOrganisation e) {
            return show(422, entry, version(form), fields, e.faults(), false);
        } catch (EntryChanged e) {
            // What was typed stays, upon what the other one stored: saving once more is then a choice.
            return show(409, entry, known.version(), fields, List.of(), true);
        }
    }

    private Caller keeper() {
        Caller caller = visit.caller();
        if (!Directory.keeps(caller)) {
            throw new Refused("coordinator or lead");
        }
        return caller;
    }

    private static long version(MultivaluedMap<String, String> form) {
        String version = form.getFirst("version");
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    private static Map<Field, String> fields(MultivaluedMap<String, String> form) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            List<String> values = form.getOrDefault(field.key(), List.of());
            fields.put(field, String.join(" ", values));
        }
        return fields;
    }

    private static Response to(UUID entry, String done) {
        return Response.seeOther(URI.create("/directory/" + entry + "?done=" + done))
                .build();
    }

    private Response show(
            int status,
            @Nullable UUID entry,
            long version,
            Map<Field, String> fields,
            List<Fault> faults,
            boolean changed) {
        models.put("page", new OrganisationPage(lists, entry, version, fields, faults, changed));
        models.put("frame", frames.frame("/directory", null));
        return Response.status(status).entity("organisation.jte").build();
    }
}
