package org.obhut.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Folder;

/**
 * What somebody looks for.
 *
 * @param words as they were typed; empty where only the filters count
 */
public record Search(String words, Filters filters, Order order) {

    /** The longest input, in characters. */
    public static final int LONGEST = 200;

    /** How the found tickets follow each other. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    /**
     * Which tickets count; null and false where everything does.
     *
     * @param folder as on the desk; without one everything but spam
     * @param team its name
     * @param assignee a sign-in name
     * @param mine only the caller's own
     * @param language a language tag
     * @param from no ticket all of whose entries are older
     * @param to no ticket all of whose entries are newer
     * @param files only tickets with a file
     */
    public record Filters(
            @Nullable Folder folder,
            @Nullable String team,
            @Nullable String assignee,
            boolean mine,
            @Nullable String language,
            @Nullable Channel channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean files) {

        public static final Filters NONE = new Filters(null, null, null, false, null, null, null, null, false);
    }

    public static Search of(String words) {
        return new Search(words, Filters.NONE, Order.RELEVANCE);
    }

    /** Whether nothing is asked at all. */
    public boolean isEmpty() {
        return words.isBlank() && filters.equals(Filters.NONE);
    }
}
