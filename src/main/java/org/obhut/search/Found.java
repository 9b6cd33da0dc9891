package org.obhut.search;

import java.util.List;
import java.util.Set;
import org.obhut.search.Excerpt.Piece;
import org.obhut.ticket.TicketRow;

/**
 * A page of what was found.
 *
 * @param total how many tickets were found in all
 * @param hits those of this page
 * @param hints what is odd about the words
 */
public record Found(long total, List<Hit> hits, Set<Hint> hints) {

    /**
     * A ticket that was found.
     *
     * @param row as on the desk, of now
     * @param subject with what was found in it; empty where there is none
     */
    public record Hit(TicketRow row, List<Piece> subject, List<Excerpt> excerpts) {}
}
