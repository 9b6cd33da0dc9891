package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.search.Found;
import org.obhut.search.Search;
import org.obhut.search.Search.Filters;
import org.obhut.search.Search.Order;
import org.obhut.search.TicketSearch;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;

/** Full text over tickets. By POST, since words that people look for must stand in no address. */
@Path("tickets/search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int RADIX = 36;

    private final TicketSearch search;
    private final Bearer bearer;

    @Inject
    SearchResource(TicketSearch search, Bearer bearer) {
        this.search = search;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected SearchResource() {
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject find(JsonFields body) {
        Caller caller = bearer.counsellor();
        String words = body.text("q");
        if (words.length() > Search.LONGEST) {
            throw new InvalidInput("q", "too-long");
        }
        Folder folder = body.optionalText("folder")
                .map(name -> Names.value(Folder.class, "folder", name))
                .orElse(null);
        int limit = body.numberOr("limit", USUAL);
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "not-from-1-to-200");
        }
        int skip = skip(body.textOrNull("after"));
        body.end();
        var filters = new Filters(folder, null, null, false, null, null, null, null, false);
        Found found = search.find(caller, new Search(words, filters, Order.RELEVANCE), skip, limit);
        List<TicketRow> rows = found.hits().stream().map(Found.Hit::row).toList();
        int seen = skip + limit;
        return TicketJson.page(new TicketPage(rows, found.total() > seen ? Integer.toString(seen, RADIX) : null));
    }

    private static int skip(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9a-z]{1,4}")) {
            throw new InvalidInput("after", "unknown-value");
        }
        return Integer.parseInt(after, RADIX);
    }
}
