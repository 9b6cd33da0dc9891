package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectoryEntry;
import org.obhut.directory.DirectorySearch;
import org.obhut.directory.EntryChanged;
import org.obhut.directory.OrganisationText;
import org.obhut.platform.WorkingHours;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TicketView;

/** Finding a place to refer somebody to, and putting it into a reply. What is looked for is of no client, so it may stand in the address. */
@Path("/directory")
@Controller
@RequestScoped
public class DirectoryController {

    private final Directory directory;
    private final CodeLists lists;
    private final Desk desk;
    private final Clock clock;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public DirectoryController(
            Directory directory, CodeLists lists, Desk desk, Clock clock, Visit visit, Frames frames, Models models) {
        this.directory = directory;
        this.lists = lists;
        this.desk = desk;
        this.clock = clock;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DirectoryController() {
        this(null, null, null, null, null, null, null);
    }

    /** What is looked for, as the address says it. */
    public static class Asked {

        @QueryParam("q")
        @DefaultValue("")
        private String words = "";

        @QueryParam("region")
        @DefaultValue("")
        private String region = "";

        @QueryParam("language")
        @DefaultValue("")
        private String language = "";

        @QueryParam("service")
        @DefaultValue("")
        private String service = "";

        @QueryParam("ticket")
        private @Nullable UUID ticket;

        /** The language of the text that is put into a reply; empty for the ticket's. */
        @QueryParam("text")
        @DefaultValue("")
        private String text = "";

        DirectorySearch search() {
            return new DirectorySearch(words.strip(), region, language, service);
        }
    }

    @GET
    public String list(@BeanParam Asked asked, @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        show(caller, asked, null, done);
        return "directory.jte";
    }

    @GET
    @Path("{entry}")
    public String entry(
            @PathParam("entry") UUID entry, @BeanParam Asked asked, @QueryParam("done") @Nullable String done) {
        Caller caller = visit.caller();
        show(caller, asked, directory.find(caller, entry).orElseThrow(NotFoundException::new), done);
        return "directory.jte";
    }

    /** All of it is still so. */
    @POST
    @Path("{entry}/confirm")
    public Response confirm(@PathParam("entry") UUID entry, @FormParam("version") long version) {
        Caller caller = visit.caller();
        try {
            directory.confirm(caller, entry, version);
            return to(entry, "entry-confirmed");
        } catch (EntryChanged e) {
            return to(entry, "entry-changed");
        }
    }

    @POST
    @Path("{entry}/remove")
    public Response remove(@PathParam("entry") UUID entry, @FormParam("version") long version) {
        Caller caller = visit.caller();
        try {
            directory.remove(caller, entry, version);
            return Response.seeOther(URI.create("/directory?done=entry-removed"))
                    .build();
        } catch (EntryChanged e) {
            return to(entry, "entry-changed");
        }
    }

    private static Response to(UUID entry, String done) {
        return Response.seeOther(URI.create("/directory/" + entry + "?done=" + done))
                .build();
    }

    private void show(Caller caller, Asked asked, @Nullable DirectoryEntry open, @Nullable String done) {
        List<DirectoryEntry> found = directory.search(caller, asked.search());
        models.put(
                "page",
                new DirectoryPage(
                        lists,
                        asked.search(),
                        found,
                        directory.search(caller, DirectorySearch.EVERYTHING).size(),
                        open,
                        insertion(caller, asked, open),
                        Directory.keeps(caller),
                        LocalDate.ofInstant(clock.instant(), WorkingHours.ZONE)));
        models.put("frame", frames.frame(done));
    }

    private DirectoryPage.@Nullable Insertion insertion(Caller caller, Asked asked, @Nullable DirectoryEntry open) {
        if (asked.ticket == null || !caller.counsellor()) {
            return null;
        }
        TicketView ticket = desk.open(caller, asked.ticket);
        String language = asked.text.isEmpty() ? ticket.row().language() : asked.text;
        String known = OrganisationText.LANGUAGES.contains(language) ? language : "de";
        return new DirectoryPage.Insertion(
                asked.ticket,
                ticket.row().subject(),
                known,
                open == null ? "" : OrganisationText.in(known, open.organisation()));
    }
}
