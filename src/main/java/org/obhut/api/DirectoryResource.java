package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectoryEntry;
import org.obhut.directory.DirectorySearch;
import org.obhut.directory.Organisation;

/** The directory of places that clients are referred to. */
@Path("directory")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DirectoryResource {

    private final Directory directory;
    private final Bearer bearer;

    @Inject
    DirectoryResource(Directory directory, Bearer bearer) {
        this.directory = directory;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected DirectoryResource() {
        this(null, null);
    }

    /** A code that no list has is one that nothing is found by. */
    @GET
    public JsonObject search(
            @QueryParam("region") @DefaultValue("") String region,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("service") @DefaultValue("") String service) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        directory
                .search(bearer.session().caller(), new DirectorySearch("", region, language, service))
                .forEach(entry -> items.add(json(entry)));
        return Json.createObjectBuilder().add("items", items).build();
    }

    private static JsonObjectBuilder json(DirectoryEntry entry) {
        Organisation organisation = entry.organisation();
        return Json.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("name", organisation.name())
                .add("kind", organisation.kind())
                .add("town", organisation.town())
                .add("street", organisation.reach().street())
                .add("regions", array(organisation.offer().regions()))
                .add("services", array(organisation.offer().services()))
                .add("languages", array(organisation.offer().languages()))
                .add("audience", organisation.offer().audience())
                .add("hours", organisation.hours())
                .add("phone", organisation.reach().phone())
                .add("mail", organisation.reach().mail())
                .add("web", organisation.reach().web())
                .add("access", organisation.reach().access())
                .add("free", organisation.terms().free())
                .add("anonymous", organisation.terms().anonymous())
                .add("walkIn", organisation.terms().walkIn())
                .add("checkedOn", organisation.checkedOn().toString());
    }

    private static JsonArrayBuilder array(List<String> codes) {
        return Json.createArrayBuilder(codes);
    }
}
