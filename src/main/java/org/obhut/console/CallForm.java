package org.obhut.console;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.call.NewCall;
import org.obhut.platform.InvalidInput;

/** A call as it was typed, whether it can be logged or not: a refused form gives back every answer. */
public record CallForm(MultivaluedMap<String, String> fields) {

    /** An empty form: a counselling call that is only counted, or added to a ticket. */
    static CallForm empty(@Nullable String ticket) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("kind", "counselling");
        fields.putSingle("ticket", ticket == null ? "none" : ticket);
        return new CallForm(fields);
    }

    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public Set<String> values(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    /** Where the call goes if not into the count alone or a new ticket: a ticket's id, else empty. */
    public String ticket() {
        String ticket = value("ticket");
        return ticket.equals("none") || ticket.equals("new") ? value("from") : ticket;
    }

    /** @throws InvalidInput where the day does not exist */
    NewCall call() {
        return new NewCall(
                value("kind"),
                value("ticket"),
                answer("team"),
                answer("callback"),
                answer("who"),
                answer("gender"),
                answer("ageBand"),
                answer("origin"),
                List.copyOf(values("topics")),
                answer("language"),
                !value("interpreter").isEmpty(),
                answer("region"),
                answer("duration"),
                answer("outcome"),
                answer("referral"),
                answer("note"),
                day(),
                answer("key"));
    }

    private @Nullable String answer(String field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    private @Nullable LocalDate day() {
        String day = answer("followUp");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new InvalidInput("followUp", "no-day");
        }
    }
}
