package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Filter;
import org.obhut.ticket.Folder;
import org.obhut.ticket.ListOrders;
import org.obhut.ticket.Listing;
import org.obhut.ticket.Sort;
import org.obhut.ticket.Status;

/**
 * Reads from an address which list stands beside what is asked for. Where it names nothing but a folder, as after a form, the browser's
 * last list of this folder still stands there. What an address says that no form of ours does is ignored.
 */
@RequestScoped
public class DeskPlaces {

    private static final String LAST = "list";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final HttpServletRequest request;
    private final ListOrders orders;

    @Inject
    public DeskPlaces(HttpServletRequest request, ListOrders orders) {
        this.request = request;
        this.orders = orders;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeskPlaces() {
        this(null, null);
    }

    /** The place that this request's address names. */
    DeskPlace of(Caller caller, Folder folder) {
        boolean desk = request.getRequestURI().startsWith("/desk/");
        String query = query(request.getQueryString(), folder);
        HttpSession browser = request.getSession(false);
        if (browser != null && desk && !request.getRequestURI().endsWith("/live")) {
            browser.setAttribute(LAST, folder.name() + '?' + query);
        } else if (browser != null && query.isEmpty() && !desk) {
            query = last(browser, folder);
        }
        DeskPlace place = place(caller, folder, fields(query));
        if (desk && place.chosen() && place.view() == null && place.after() == null && place.before() == null) {
            orders.remember(caller.person(), folder, place.sort());
        }
        return place;
    }

    private static String last(HttpSession browser, Folder folder) {
        String last = browser.getAttribute(LAST) instanceof String kept ? kept : "";
        String begin = folder.name() + '?';
        return last.startsWith(begin) ? last.substring(begin.length()) : "";
    }

    /** What concerns a list. */
    private static String query(@Nullable String query, Folder folder) {
        if (query == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        fields(query).forEach((name, value) -> {
            if (!name.equals("folder") && PLAIN.matcher(value).matches() && KEPT.contains(name)) {
                kept.append(kept.isEmpty() ? "" : "&").append(name).append('=').append(value);
            }
        });
        return kept.toString();
    }

    private static final java.util.Set<String> KEPT = java.util.Set.of(
            "team", "assignee", "language", "channel", "status", "sort", "view", "after", "before", "filter");

    private DeskPlace place(Caller caller, Folder folder, Map<String, String> fields) {
        Filter filter = new Filter(
                id(fields.get("team")),
                fields.get("assignee"),
                fields.get("language"),
                value(fields.get("channel"), Channel::valueOf),
                value(fields.get("status"), Status::valueOf));
        @Nullable Sort chosen = value(fields.get("sort"), Sort::valueOf);
        Sort sort = chosen == null ? orders.of(caller.person(), folder) : chosen;
        return new DeskPlace(
                new Listing(folder, filter, sort),
                chosen != null,
                fields.containsKey("filter"),
                id(fields.get("view")),
                fields.get("after"),
                fields.containsKey("after") ? null : fields.get("before"));
    }

    /** The list that a form's fields name. */
    static Listing listing(Folder folder, Function<String, @Nullable String> field) {
        Filter filter = new Filter(
                id(nonBlank(field.apply("team"))),
                nonBlank(field.apply("assignee")),
                nonBlank(field.apply("language")),
                value(nonBlank(field.apply("channel")), Channel::valueOf),
                value(nonBlank(field.apply("status")), Status::valueOf));
        @Nullable Sort sort = value(nonBlank(field.apply("sort")), Sort::valueOf);
        return new Listing(folder, filter, sort == null ? Sort.ACTIVITY : sort);
    }

    private static @Nullable String nonBlank(@Nullable String value) {
        return value == null || !PLAIN.matcher(value).matches() ? null : value;
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0 && equals < field.length() - 1) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return fields;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static <E> @Nullable E value(@Nullable String key, Function<String, E> named) {
        try {
            return key == null ? null : named.apply(key.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
