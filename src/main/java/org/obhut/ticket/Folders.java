package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/** Folders page by page. */
@Dependent
class Folders {

    private static final int LONGEST_PAGE = 200;
    private static final int CURSOR_RADIX = 36;

    private final FolderQuery query;
    private final Tickets tickets;
    private final TicketRows rows;
    private final MailDrafts mailDrafts;

    @Inject
    Folders(FolderQuery query, Tickets tickets, TicketRows rows, MailDrafts mailDrafts) {
        this.query = query;
        this.tickets = tickets;
        this.rows = rows;
        this.mailDrafts = mailDrafts;
    }

    TicketPage page(Caller caller, Folder folder, int limit, Optional<String> after) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new InvalidInput("limit", "out-of-range");
        }
        long below = after.map(Folders::rank).orElse(Long.MAX_VALUE);
        // One more than asked for shows whether there is a next page.
        List<Ticket> found = tickets.inOrder(query.page(caller, folder, limit + 1, below));
        List<Ticket> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(page.get(limit - 1).rank(), CURSOR_RADIX) : null;
        return new TicketPage(rows.of(caller, page), next);
    }

    Map<Folder, Long> counts(Caller caller) {
        Map<Folder, Long> counts = query.counts(caller);
        counts.merge(Folder.DRAFTS, mailDrafts.count(caller.person()), Long::sum);
        return counts;
    }

    private static long rank(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_RADIX);
        } catch (NumberFormatException e) {
            throw new InvalidInput("after", "unknown-value");
        }
    }
}
