package org.obhut.ticket;

import org.obhut.platform.InvalidInput;

/** A place of a text block that nobody has filled. */
public final class Unfilled extends InvalidInput {

    private static final long serialVersionUID = 1;

    private final String place;

    Unfilled(String field, String place) {
        super(field, "unfilled");
        this.place = place;
    }

    /** As it stands in the text; the writer's own words, for the writer's own page. */
    public String place() {
        return place;
    }
}
