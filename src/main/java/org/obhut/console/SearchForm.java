package org.obhut.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.search.Search;
import org.obhut.search.Search.Filters;
import org.obhut.search.Search.Order;
import org.obhut.ticket.Channel;

/** The filled form of a search. What no choice of the form is, and can only be hand-written, counts as nothing chosen. */
final class SearchForm {

    private final MultivaluedMap<String, String> fields;

    SearchForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** @throws InvalidInput where a day is none */
    Search search() {
        return new Search(
                value("q"),
                new Filters(
                        Routes.folder(value("folder")).orElse(null),
                        orNull("team"),
                        orNull("assignee"),
                        !value("mine").isEmpty(),
                        orNull("language"),
                        choice(Channel.class, "channel").orElse(null),
                        day("from"),
                        day("to"),
                        !value("files").isEmpty()),
                choice(Order.class, "order").orElse(Order.RELEVANCE));
    }

    String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    private @Nullable String orNull(String field) {
        return value(field).isEmpty() ? null : value(field);
    }

    private <E extends Enum<E>> Optional<E> choice(Class<E> type, String field) {
        try {
            return Optional.of(Enum.valueOf(type, value(field).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable LocalDate day(String field) {
        try {
            return value(field).isEmpty() ? null : LocalDate.parse(value(field));
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "not-a-day");
        }
    }
}
