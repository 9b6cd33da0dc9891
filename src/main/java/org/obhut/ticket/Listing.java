package org.obhut.ticket;

/** What a list shows, and in which order. */
public record Listing(Folder folder, Filter filter, Sort sort) {

    /** The whole folder, by last activity. */
    public static Listing of(Folder folder) {
        return new Listing(folder, Filter.NONE, Sort.ACTIVITY);
    }

    public Listing sorted(Sort other) {
        return new Listing(folder, filter, other);
    }
}
