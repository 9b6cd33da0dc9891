package org.obhut.console;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.search.Found;
import org.obhut.search.Progress;
import org.obhut.search.Search;
import org.obhut.search.TicketSearch.Choices;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketRow;

/**
 * The page of a search.
 *
 * @param handle under which the search is kept, {@link #NONE} where nothing is searched
 * @param page from 1
 * @param wrong what can't be searched like this, null where all can
 */
public record SearchPage(
        Search search,
        String handle,
        int page,
        Found found,
        Progress progress,
        Choices choices,
        @Nullable InvalidInput wrong) {

    static final String NONE = "none";
    static final int ROWS = 20;
    static final Found NOTHING = new Found(0, List.of(), Set.of());

    /** Folders that a search can be kept to. */
    public static List<Folder> folders() {
        return List.of(Folder.values());
    }

    /** Nothing is asked yet. */
    public boolean start() {
        return search.isEmpty();
    }

    public boolean filtered() {
        return !search.filters().equals(Search.Filters.NONE);
    }

    public boolean more() {
        return found.total() > (long) page * ROWS;
    }

    /** This page's address, or that of one beside it. */
    public String address(int other) {
        return "/search/" + handle + (other == 1 ? "" : "?page=" + other);
    }

    public String live() {
        return "/search/" + handle + "/live" + (page == 1 ? "" : "?page=" + page);
    }

    /** The folder in which a found ticket is shown. */
    public static Folder folder(TicketRow row) {
        if (row.spam()) {
            return Folder.SPAM;
        }
        return row.status() == Status.CLOSED ? Folder.CLOSED : Folder.TEAM;
    }

    /** What was found, in one sentence, for who does not see the list. */
    public String count(Frame frame) {
        if (start() || wrong != null) {
            return "";
        }
        return frame.t("search.count", found.total());
    }
}
