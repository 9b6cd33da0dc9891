package org.obhut.ticket;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list that a person has named, for themselves alone. @param name 1 to 60 characters, as the person wrote it */
public record SavedView(UUID id, String name, Listing listing) {

    byte[] bytes() {
        Filter filter = listing.filter();
        return ClearWriter.begin()
                .put("name", name)
                .put("folder", key(listing.folder()))
                .put("sort", key(listing.sort()))
                .put("team", filter.team())
                .put("assignee", filter.assignee())
                .put("language", filter.language())
                .put("channel", filter.channel() == null ? null : key(filter.channel()))
                .put("status", filter.status() == null ? null : key(filter.status()))
                .bytes();
    }

    static SavedView of(UUID id, byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        Filter filter = new Filter(
                from.idOrNull("team"),
                from.textOrNull("assignee"),
                from.textOrNull("language"),
                valueOrNull(Channel.class, from.textOrNull("channel")),
                valueOrNull(Status.class, from.textOrNull("status")));
        Folder folder = value(Folder.class, from.text("folder"));
        return new SavedView(id, from.text("name"), new Listing(folder, filter, value(Sort.class, from.text("sort"))));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String key) {
        return Enum.valueOf(type, key.toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> @Nullable E valueOrNull(Class<E> type, @Nullable String key) {
        return key == null ? null : value(type, key);
    }
}
