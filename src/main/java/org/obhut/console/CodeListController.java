package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.codelist.CodeListChanged;
import org.obhut.codelist.CodeListEditing;
import org.obhut.codelist.CodeListVersion;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.console.CodeListPage.Typed;
import org.obhut.platform.InvalidInput;

/** The lists by which calls and tickets are described, for coordinators and leads. */
@Path("/code-lists")
@Controller
@RequestScoped
public class CodeListController {

    private static final int WRONG = 422;
    private static final int CHANGED = 409;

    private final CodeListEditing editing;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public CodeListController(CodeListEditing editing, Visit visit, Frames frames, Models models) {
        this.editing = editing;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CodeListController() {
        this(null, null, null, null);
    }

    /** All lists: those that can be changed, and those that can't, with the reason. */
    @GET
    public String all(@QueryParam("done") @Nullable String done) {
        editor();
        models.put("frame", frames.frame(done));
        return "code-lists.jte";
    }

    /** One list, with the form open for a code where one is named. */
    @GET
    @Path("{list}")
    public Response show(
            @PathParam("list") String list,
            @QueryParam("change") @DefaultValue("") String change,
            @QueryParam("done") @Nullable String done) {
        Caller caller = editor();
        Name name = name(list);
        List<CodeListVersion> versions = editing.versions(caller, name);
        Typed typed = versions.get(0).list().find(change).map(Typed::of).orElse(Typed.NEW);
        models.put("frame", frames.frame(done));
        return show(200, new CodeListPage(name, versions, typed, null, List.of()));
    }

    /** Adds a code, or gives one that there is other labels. */
    @POST
    @Path("{list}")
    public Response save(
            @PathParam("list") String list,
            @FormParam("version") @DefaultValue("0") int version,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("german") @DefaultValue("") String german,
            @FormParam("english") @DefaultValue("") String english,
            @FormParam("tag") @DefaultValue("") String tag) {
        Caller caller = editor();
        Name name = name(list);
        return done(caller, name, version, new Typed(code, german, english, tag), "saved", "", () -> {
            if (code.isEmpty()) {
                editing.add(caller, name, german, english, tag, version);
            } else {
                editing.rename(caller, name, code, german, english, version);
            }
        });
    }

    /** @param act {@code up}, {@code down}, {@code retire} or {@code offer} */
    @POST
    @Path("{list}/codes/{code}")
    public Response change(
            @PathParam("list") String list,
            @PathParam("code") String code,
            @FormParam("version") @DefaultValue("0") int version,
            @FormParam("act") @DefaultValue("") String act) {
        Caller caller = editor();
        Name name = name(list);
        return switch (act) {
            case "up", "down" ->
                done(
                        caller,
                        name,
                        version,
                        Typed.NEW,
                        "moved",
                        "#code-" + code,
                        () -> editing.move(caller, name, code, act.equals("up"), version));
            case "retire" ->
                done(
                        caller,
                        name,
                        version,
                        Typed.NEW,
                        "retired",
                        "",
                        () -> editing.retire(caller, name, code, version));
            case "offer" ->
                done(caller, name, version, Typed.NEW, "offered", "", () -> editing.offer(caller, name, code, version));
            default -> throw new BadRequestException();
        };
    }

    /** Makes the list as it was. */
    @POST
    @Path("{list}/versions")
    public Response back(
            @PathParam("list") String list,
            @FormParam("version") @DefaultValue("0") int version,
            @FormParam("to") @DefaultValue("0") int to) {
        Caller caller = editor();
        Name name = name(list);
        return done(caller, name, version, Typed.NEW, "back", "", () -> editing.back(caller, name, to, version));
    }

    private Response done(
            Caller caller, Name name, int version, Typed typed, String done, String anchor, Runnable change) {
        int status;
        @Nullable InvalidInput wrong = null;
        try {
            change.run();
            return Response.seeOther(URI.create("/code-lists/" + name.key() + "?done=list-" + done + anchor))
                    .build();
        } catch (CodeListChanged e) {
            status = CHANGED;
        } catch (InvalidInput e) {
            status = WRONG;
            wrong = e;
        }
        List<CodeListVersion> versions = editing.versions(caller, name);
        List<CodeListVersion> missed = status == WRONG
                ? List.of()
                : versions.stream()
                        .filter(each -> each.list().version() > version)
                        .toList();
        models.put("frame", frames.frame("/code-lists/" + name.key(), null));
        return show(status, new CodeListPage(name, versions, typed, wrong, missed));
    }

    private Response show(int status, CodeListPage page) {
        models.put("page", page);
        return Response.status(status).entity("code-list.jte").build();
    }

    private Caller editor() {
        Caller caller = visit.caller();
        if (!CodeListEditing.may(caller)) {
            throw new Refused("coordinator or lead");
        }
        return caller;
    }

    private static Name name(String list) {
        return Name.of(list).filter(Name::open).orElseThrow(NotFoundException::new);
    }
}
