package org.obhut.console;

import jakarta.ws.rs.FormParam;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.ContactHours;
import org.obhut.ticket.SafeContact;

/** The form for hints on safe contact, as it was sent. What is not filled in sets no limit. */
public class SafeContactForm {

    @FormParam("silent")
    private @Nullable String silent;

    @FormParam("only")
    private @Nullable String only;

    @FormParam("days")
    private List<String> days = List.of();

    @FormParam("from")
    private @Nullable String from;

    @FormParam("to")
    private @Nullable String to;

    @FormParam("avoid")
    private @Nullable String avoid;

    @FormParam("hint")
    private @Nullable String hint;

    /** @throws java.time.DateTimeException where a time is none */
    SafeContact hints() {
        return new SafeContact(silent != null, blank(only) ? null : only, hours(), text(avoid), text(hint));
    }

    private @Nullable ContactHours hours() {
        Set<DayOfWeek> ticked = days.stream()
                .map(day -> BackToTicket.named(DayOfWeek.class, day))
                .collect(Collectors.toSet());
        boolean everyDay = ticked.isEmpty() || ticked.size() == DayOfWeek.values().length;
        if (everyDay && blank(from) && blank(to)) {
            return null;
        }
        Set<DayOfWeek> all = everyDay ? Set.of(DayOfWeek.values()) : ticked;
        return new ContactHours(all, time(from), time(to));
    }

    private static LocalTime time(@Nullable String text) {
        return blank(text) ? LocalTime.MIDNIGHT : LocalTime.parse(text(text));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
