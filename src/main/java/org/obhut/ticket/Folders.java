package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ListPlace.Placed;

/** Folders page by page. */
@Dependent
class Folders {

    private static final int LONGEST_PAGE = 200;

    private final FolderQuery query;
    private final Tickets tickets;
    private final TicketRows rows;

    @Inject
    Folders(FolderQuery query, Tickets tickets, TicketRows rows) {
        this.query = query;
        this.tickets = tickets;
        this.rows = rows;
    }

    /** @param after cursor of the page before this one @param before cursor of the page after it; at most one of the two */
    TicketPage page(Caller caller, Listing listing, int limit, @Nullable String after, @Nullable String before) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new InvalidInput("limit", "out-of-range");
        }
        if (before != null) {
            return before(caller, listing, limit, before);
        }
        List<Placed> found = query.page(caller, listing, limit + 1, place(listing, after, "after"), false);
        return page(caller, listing, cut(found, limit), found.size() > limit, after != null);
    }

    private TicketPage before(Caller caller, Listing listing, int limit, String before) {
        List<Placed> found = query.page(caller, listing, limit + 1, place(listing, before, "before"), true);
        if (found.size() <= limit) {
            // The beginning: shown as whole as it would be without the way back.
            return page(caller, listing, limit, null, null);
        }
        List<Placed> page = new ArrayList<>(cut(found, limit));
        Collections.reverse(page);
        return page(caller, listing, page, true, true);
    }

    /** One more than asked for shows whether there is another page. */
    private static List<Placed> cut(List<Placed> found, int limit) {
        return found.subList(0, Math.min(limit, found.size()));
    }

    private TicketPage page(Caller caller, Listing listing, List<Placed> page, boolean more, boolean earlier) {
        List<Ticket> shown = tickets.inOrder(page.stream().map(Placed::ticket).toList());
        boolean any = !page.isEmpty();
        return new TicketPage(
                rows.of(caller, shown),
                more && any ? page.get(page.size() - 1).place().cursor(listing.sort()) : null,
                earlier && any ? page.get(0).place().cursor(listing.sort()) : null);
    }

    private static @Nullable ListPlace place(Listing listing, @Nullable String cursor, String field) {
        return cursor == null ? null : ListPlace.of(cursor, listing.sort(), field);
    }
}
