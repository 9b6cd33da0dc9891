package org.obhut.search;

import java.util.List;

/**
 * Some words of a ticket, with what was found in them.
 *
 * @param source where they stand
 */
public record Excerpt(Source source, List<Piece> pieces) {

    /** Where words of a ticket stand. */
    public enum Source {
        RECEIVED,
        SENT,
        NOTE,
        CALL,
        PERSON,
        FILE
    }

    /** @param found whether this is what was looked for */
    public record Piece(String text, boolean found) {}
}
