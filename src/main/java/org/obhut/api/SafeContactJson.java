package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.ContactHours;
import org.obhut.ticket.SafeContact;

/** Hints for safe contact as others see and set them; {@code null} where there are none. */
final class SafeContactJson {

    private SafeContactJson() {}

    static JsonValue of(SafeContact hints) {
        if (hints.isEmpty()) {
            return JsonValue.NULL;
        }
        return Json.createObjectBuilder()
                .add("doNotWrite", hints.silent())
                .add("onlyTo", TicketJson.text(hints.onlyTo()))
                .add("hours", hours(hints.hours()))
                .add("avoid", hints.avoid())
                .add("hint", hints.hint())
                .build();
    }

    private static JsonValue hours(@Nullable ContactHours hours) {
        if (hours == null) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder days = Json.createArrayBuilder();
        hours.inOrder().forEach(day -> days.add(Names.of(day)));
        return Json.createObjectBuilder()
                .add("days", days)
                .add("from", hours.from().toString())
                .add("to", hours.to().toString())
                .build();
    }

    /** @throws org.obhut.platform.InvalidInput naming the field */
    static SafeContact read(JsonFields body, String name) {
        if (body.isNothing(name)) {
            return SafeContact.NONE;
        }
        JsonFields hints = body.object(name);
        SafeContact read = new SafeContact(
                hints.flag("doNotWrite"),
                hints.textOrNull("onlyTo"),
                hints.has("hours") ? hours(hints.object("hours")) : null,
                hints.optionalText("avoid").orElse(""),
                hints.optionalText("hint").orElse(""));
        hints.end();
        return read;
    }

    private static ContactHours hours(JsonFields hours) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        hours.texts("days").forEach(day -> days.add(Names.value(DayOfWeek.class, "days", day)));
        ContactHours read = new ContactHours(days, time(hours, "from"), time(hours, "to"));
        hours.end();
        return read;
    }

    private static LocalTime time(JsonFields hours, String name) {
        try {
            return LocalTime.parse(hours.text(name));
        } catch (DateTimeException e) {
            throw hours.invalid(name, "not-a-time");
        }
    }
}
