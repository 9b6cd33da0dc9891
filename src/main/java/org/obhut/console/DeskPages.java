package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.RosterRefused;
import org.obhut.account.Teams;
import org.obhut.mailbox.Quarantine;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.SavedViews;
import org.obhut.ticket.TicketPage;

/** Puts together what stands on the desk around an open ticket. */
@ApplicationScoped
public class DeskPages {

    private static final int ROWS = 50;

    /** What clients write in most; any other language can be had by its tag in the address. */
    private static final List<String> LANGUAGES = List.of(
            "de", "ro", "bg", "es", "en", "fr", "hu", "it", "pl", "pt", "ru", "sq", "sr", "th", "tr", "uk", "zh",
            "und");

    private final Desk desk;
    private final Quarantine quarantine;
    private final DeskPlaces places;
    private final SavedViews views;
    private final Teams teams;

    @Inject
    public DeskPages(Desk desk, Quarantine quarantine, DeskPlaces places, SavedViews views, Teams teams) {
        this.desk = desk;
        this.quarantine = quarantine;
        this.places = places;
        this.views = views;
        this.teams = teams;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeskPages() {
        this(null, null, null, null, null);
    }

    /** The desk with the list that the request's address names. */
    DeskPage page(Caller caller, Folder folder, @Nullable TicketPane ticket) {
        return page(caller, places.of(caller, folder), ticket);
    }

    /** The desk with this list, and no ticket. */
    DeskPage page(Caller caller, DeskPlace place) {
        return page(caller, place, null);
    }

    private DeskPage page(Caller caller, DeskPlace place, @Nullable TicketPane ticket) {
        Folder folder = place.folder();
        TicketPage list = desk.list(caller, place.listing(), ROWS, place.after(), place.before());
        Folders folders = folders(caller, folder);
        return new DeskPage(folders, folder, list, ticket, head(caller, place, ticket == null));
    }

    private ListHead head(Caller caller, DeskPlace place, boolean whole) {
        return new ListHead(
                place,
                desk.count(caller, place.listing()),
                views.of(caller),
                whole ? teams(caller) : Map.of(),
                whole ? colleagues(caller) : List.of(),
                LANGUAGES,
                null,
                null);
    }

    private Map<UUID, String> teams(Caller caller) {
        Map<UUID, String> named = new LinkedHashMap<>();
        teams.all().stream().filter(caller.counsels()::contains).forEach(team -> named.put(team, teams.name(team)));
        return named;
    }

    private List<String> colleagues(Caller caller) {
        var names = new TreeSet<String>();
        for (UUID team : caller.counsels()) {
            try {
                names.addAll(teams.roster(caller, team).keySet());
            } catch (RosterRefused noRoster) {
                // Whoever is in it can't be told; the alarm says so elsewhere.
            }
        }
        return List.copyOf(names);
    }

    Folders folders(Caller caller, @Nullable Folder current) {
        Long quarantined = caller.leads().isEmpty() ? null : quarantine.count(caller);
        return new Folders(desk.counts(caller), quarantined, current);
    }
}
