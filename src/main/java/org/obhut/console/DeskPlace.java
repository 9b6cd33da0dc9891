package org.obhut.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Filter;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Listing;
import org.obhut.ticket.Sort;

/**
 * A list and a page of it, as an address says them: folder, filter and order by their keys, ids and names of staff, a cursor. None of
 * these is a word of a client; the name of a saved view may hold one and is therefore never in an address.
 *
 * @param chosen whether the address names the order, which is not only the usual one then
 * @param filtering whether the form of the filter is shown
 * @param view the saved view this list was opened by, null for none
 */
public record DeskPlace(
        Listing listing,
        boolean chosen,
        boolean filtering,
        @Nullable UUID view,
        @Nullable String after,
        @Nullable String before) {

    /** The first page of a whole folder in its usual order. */
    static DeskPlace of(Folder folder) {
        return new DeskPlace(Listing.of(folder), false, false, null, null, null);
    }

    static DeskPlace of(Listing listing) {
        return new DeskPlace(listing, true, false, null, null, null);
    }

    public Folder folder() {
        return listing.folder();
    }

    public Filter filter() {
        return listing.filter();
    }

    public Sort sort() {
        return listing.sort();
    }

    /** The address of this page of the list. */
    public String href() {
        return Routes.desk(folder()) + query("?");
    }

    public String live() {
        return Routes.desk(folder()) + "/live" + query("?");
    }

    /** A ticket opened from here. */
    public String ticket(UUID ticket) {
        return Routes.ticket(ticket, folder()) + query("&");
    }

    /** The page that follows this one. */
    public String next(String cursor) {
        return new DeskPlace(listing, chosen, filtering, view, cursor, null).href();
    }

    /** The page that comes before this one. */
    public String previous(String cursor) {
        return new DeskPlace(listing, chosen, filtering, view, null, cursor).href();
    }

    /** The list's first page. */
    public DeskPlace first() {
        return new DeskPlace(listing, chosen, filtering, view, null, null);
    }

    /** With the form of the filter, or without. */
    public String filtering(boolean shown) {
        return new DeskPlace(listing, chosen, shown, view, null, null).href();
    }

    /** The same list as it was opened by a saved view. */
    DeskPlace of(UUID saved) {
        return new DeskPlace(listing, chosen, filtering, saved, after, before);
    }

    /** The whole folder, in the order it is shown in now. */
    public String unfiltered() {
        return new DeskPlace(new Listing(folder(), Filter.NONE, sort()), chosen, false, null, null, null).href();
    }

    /** What a form adds to its own fields so as to come back here: fields of the list without its page. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Filter filter = filter();
        put(fields, "team", filter.team());
        put(fields, "assignee", filter.assignee());
        put(fields, "language", filter.language());
        put(fields, "channel", filter.channel());
        put(fields, "status", filter.status());
        if (chosen) {
            put(fields, "sort", sort());
        }
        put(fields, "view", view);
        return fields;
    }

    private String query(String begin) {
        Map<String, String> all = fields();
        put(all, "after", after);
        put(all, "before", before);
        if (after != null || before != null) {
            // A cursor belongs to its order, and another window may have made another one the usual one.
            put(all, "sort", sort());
        }
        if (filtering) {
            all.put("filter", "open");
        }
        // Each value is an id, a key, a tag or a sign-in name: none needs an escape.
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&", begin, ""));
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value instanceof Enum<?> key) {
            fields.put(name, key.name().toLowerCase(Locale.ROOT));
        } else if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
