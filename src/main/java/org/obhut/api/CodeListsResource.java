package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;

/** The code lists of today, whose keys are the values of calls and tickets; for everybody who is signed in. */
@Path("code-lists")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CodeListsResource {

    private final CodeLists lists;
    private final Bearer bearer;

    @Inject
    CodeListsResource(CodeLists lists, Bearer bearer) {
        this.lists = lists;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected CodeListsResource() {
        this(null, null);
    }

    /** All of them with a tag of what they say, so that whoever has them asks in vain until one is changed (RFC 9110, 13.1.2). */
    @GET
    public Response all(@Context Request request) {
        bearer.session();
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (CodeLists.Name name : CodeLists.Name.values()) {
            items.add(json(lists.list(name)));
        }
        String body = Json.createObjectBuilder().add("items", items).build().toString();
        // Not for secrecy: any digest would do.
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body) : unchanged).tag(tag).build();
    }

    private static JsonObjectBuilder json(CodeList list) {
        return Json.createObjectBuilder()
                .add("list", list.name())
                .add("version", list.version())
                .add("groups", json(list.groups()))
                .add("codes", json(list.codes()));
    }

    private static JsonArrayBuilder json(List<Code> codes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Code code : codes) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("code", code.key())
                    .add("de", code.german())
                    .add("en", code.english())
                    .add("retired", code.retired());
            array.add(code.group() == null ? json : json.add("group", code.group()));
        }
        return array;
    }
}
