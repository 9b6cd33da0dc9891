package org.obhut.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that the readers of another are pointed to. Each of the two has the other's id in its own summary, and nothing outside of
 * them says that they have to do with each other.
 */
record Links(List<UUID> others) {

    static final Links NONE = new Links(List.of());

    /** The most links of one ticket. */
    static final int MOST = 20;

    static Links orNone(@Nullable Links links) {
        return links == null ? NONE : links;
    }

    boolean isEmpty() {
        return others.isEmpty();
    }

    Links with(UUID other) {
        List<UUID> all = new ArrayList<>(without(other).others);
        all.add(other);
        return new Links(List.copyOf(all));
    }

    Links without(UUID other) {
        return new Links(others.stream().filter(each -> !each.equals(other)).toList());
    }

    void write(ClearWriter to) {
        to.put("others", others.stream().map(UUID::toString).toList());
    }

    static Links read(ClearReader from) {
        return new Links(
                from.textsOrNone("others").stream().map(UUID::fromString).toList());
    }
}
