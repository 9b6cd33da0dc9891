package org.obhut.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.SavedView;
import org.obhut.ticket.Sort;

/**
 * What stands over a list and in its margin.
 *
 * @param count how many tickets the list holds
 * @param views the visitor's own
 * @param teams of the visitor, by id
 * @param colleagues sign-in names of those in the visitor's teams
 * @param languages tags to choose from
 * @param result of what was just done with several tickets, null where nothing was
 * @param wrong why a view was not kept, null where it was
 */
public record ListHead(
        DeskPlace place,
        long count,
        List<SavedView> views,
        Map<UUID, String> teams,
        List<String> colleagues,
        List<String> languages,
        @Nullable BulkResult result,
        @Nullable String wrong) {

    /** Of a folder and nothing else. */
    static ListHead of(DeskPlace place, long count) {
        return new ListHead(place, count, List.of(), Map.of(), List.of(), List.of(), null, null);
    }

    ListHead with(@Nullable BulkResult done) {
        return new ListHead(place, count, views, teams, colleagues, languages, done, wrong);
    }

    ListHead wrong(String why) {
        return new ListHead(place, count, views, teams, colleagues, languages, result, why);
    }

    public List<Sort> sorts() {
        return List.of(Sort.values());
    }

    /** The saved view that is shown. */
    public @Nullable SavedView view() {
        return views.stream()
                .filter(view -> view.id().equals(place.view()))
                .findFirst()
                .orElse(null);
    }
}
