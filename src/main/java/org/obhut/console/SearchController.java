package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.search.Found;
import org.obhut.search.Search;
import org.obhut.search.TicketSearch;
import org.obhut.ticket.Phoning;

/**
 * Full text over the tickets. What is looked for comes by POST and is kept with the session under a random handle; the handle stands in
 * the address, so that a page can be left and come back to.
 */
@Path("/search")
@Controller
@RequestScoped
public class SearchController {

    private static final int DEEPEST = 500;

    private final TicketSearch tickets;
    private final Phoning phoning;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public SearchController(TicketSearch tickets, Phoning phoning, Visit visit, Frames frames, Models models) {
        this.tickets = tickets;
        this.phoning = phoning;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SearchController() {
        this(null, null, null, null, null);
    }

    @GET
    public String form() {
        Caller caller = visit.caller();
        show(caller, Search.of(""), SearchPage.NONE, 1, null);
        return "search.jte";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String search(MultivaluedMap<String, String> fields) {
        Caller caller = visit.caller();
        String words = new SearchForm(fields).value("q");
        if (caller.counsellor() && Phoning.code(words)) {
            return CallFindingController.found(phoning, caller, words, "/calls/new");
        }
        try {
            return "redirect:/search/" + tickets.remember(caller, new SearchForm(fields).search());
        } catch (InvalidInput wrong) {
            show(caller, Search.of(""), SearchPage.NONE, 1, wrong);
            return "search.jte";
        }
    }

    @GET
    @Path("{handle}")
    public String found(@PathParam("handle") String handle, @QueryParam("page") @DefaultValue("1") String page) {
        Caller caller = visit.caller();
        Optional<Search> search = tickets.remembered(caller, handle);
        if (search.isEmpty()) {
            return "redirect:/search";
        }
        show(caller, search.get(), handle, number(page), null);
        return "search.jte";
    }

    /** What was found, while more is still being read. Does not prolong the session. */
    @GET
    @Path("{handle}/live")
    public String live(@PathParam("handle") String handle, @QueryParam("page") @DefaultValue("1") String page) {
        Caller caller = visit.watcher();
        Search search = tickets.remembered(caller, handle).orElse(Search.of(""));
        show(caller, search, handle, number(page), null);
        return "search/live.jte";
    }

    /** Subjects and names that go on as what was typed begins. */
    @POST
    @Path("suggestions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String suggestions(@FormParam("q") @DefaultValue("") String begun) {
        Caller caller = visit.caller();
        models.put("suggestions", tickets.suggestions(caller, begun));
        models.put("frame", frames.frame("/search", null));
        return "search/suggestions.jte";
    }

    private void show(Caller caller, Search search, String handle, int page, @Nullable InvalidInput wrong) {
        Found found = SearchPage.NOTHING;
        InvalidInput odd = wrong;
        if (!search.isEmpty()) {
            try {
                found = tickets.find(caller, search, (page - 1) * SearchPage.ROWS, SearchPage.ROWS);
            } catch (InvalidInput refused) {
                odd = refused;
            }
        }
        models.put(
                "page",
                new SearchPage(search, handle, page, found, tickets.progress(caller), tickets.choices(caller), odd));
        models.put("frame", frames.frame("/search" + (handle.equals(SearchPage.NONE) ? "" : "/" + handle), null));
    }

    private static int number(String page) {
        return page.matches("[1-9]\\d{0,2}") ? Math.min(DEEPEST, Integer.parseInt(page)) : 1;
    }
}
