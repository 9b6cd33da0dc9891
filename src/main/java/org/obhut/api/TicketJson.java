package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Address;
import org.obhut.ticket.Sharing;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.Urgency;

/** Tickets as others see them. Every field is always there; what is unknown is {@code null}. */
final class TicketJson {

    private TicketJson() {}

    static JsonObject page(TicketPage page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(row -> items.add(row(row)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", text(page.next()))
                .build();
    }

    static JsonObject ticket(TicketView view) {
        JsonArrayBuilder timeline = Json.createArrayBuilder();
        view.timeline().forEach(entry -> timeline.add(TimelineJson.entry(entry)));
        return row(view.row())
                .add("client", address(view.client()))
                .add("replyTo", address(view.replyTo()))
                .add("replyToUnconfirmed", view.unconfirmed())
                .add("callback", text(view.callback()))
                .add("followUp", text(view.followUp()))
                .add("mayBelongTo", text(view.mayBelongTo()))
                .add("readers", readers(view.sharing()))
                .add("timeline", timeline)
                .add("topics", Json.createArrayBuilder(view.particulars().topics()))
                .add("region", text(view.particulars().region()))
                .add("safeContact", SafeContactJson.of(view.particulars().safeContact()))
                .add("urgentProposed", proposed(view.particulars().urgency()))
                .build();
    }

    private static boolean proposed(@Nullable Urgency urgency) {
        return urgency != null && urgency.proposed();
    }

    private static JsonArrayBuilder readers(Sharing sharing) {
        JsonArrayBuilder readers = Json.createArrayBuilder();
        sharing.readers()
                .forEach(reader -> readers.add(Json.createObjectBuilder()
                        .add("ground", Names.of(reader.ground()))
                        .add("name", text(reader.name()))
                        .add("from", text(reader.from()))
                        .add("until", text(reader.until()))));
        return readers;
    }

    private static JsonObjectBuilder row(TicketRow row) {
        return Json.createObjectBuilder()
                .add("id", row.id().toString())
                .add("subject", row.subject())
                .add("from", address(row.from()))
                .add("channel", Names.of(row.channel()))
                .add("status", Names.of(row.status()))
                .add("assignee", text(row.assignee()))
                .add("team", row.team())
                .add("language", row.language())
                .add("urgent", row.urgent())
                .add("spam", row.spam())
                .add("unread", row.unread())
                .add("messageCount", row.messageCount())
                .add("receivedAt", text(row.receivedAt()))
                .add("dueAt", text(row.dueAt()))
                .add("eraseOn", text(row.eraseOn()))
                .add("version", row.version());
    }

    static JsonValue address(@Nullable Address address) {
        if (address == null) {
            return JsonValue.NULL;
        }
        return Json.createObjectBuilder()
                .add("name", text(address.name()))
                .add("address", text(address.address().isEmpty() ? null : address.address()))
                .build();
    }

    /** Instants are RFC 3339 in UTC by their own {@code toString}, cut to what other languages' clocks can hold. */
    static JsonValue text(@Nullable Object value) {
        Object shown = value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MILLIS) : value;
        return shown == null ? JsonValue.NULL : Json.createValue(shown.toString());
    }
}
