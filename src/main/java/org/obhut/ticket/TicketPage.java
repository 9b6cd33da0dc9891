package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. Both cursors are opaque.
 *
 * @param next where the page after this one begins, null at the end
 * @param previous where the page before this one ends, null at the beginning
 */
public record TicketPage(
        List<TicketRow> items,
        @Nullable String next,
        @Nullable String previous) {

    /** A first page. */
    public TicketPage(List<TicketRow> items, @Nullable String next) {
        this(items, next, null);
    }
}
