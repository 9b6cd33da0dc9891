package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.ZoneOffset;
import java.util.List;
import org.obhut.mailbox.Quarantine;

/**
 * Mails in quarantine in the shape of tickets. Nothing in them could be understood, so there is neither subject nor sender;
 * the day they came is all that is known of their time.
 */
final class QuarantineJson {

    private QuarantineJson() {}

    static JsonObject page(List<Quarantine.Entry> entries) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        entries.forEach(entry -> items.add(item(entry)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", JsonValue.NULL)
                .build();
    }

    private static JsonObjectBuilder item(Quarantine.Entry entry) {
        return Json.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("subject", "")
                .add("from", JsonValue.NULL)
                .add("channel", "mail")
                .add("status", "quarantine")
                .add("assignee", JsonValue.NULL)
                .add("team", entry.team())
                .add("language", "und")
                .add("urgent", false)
                .add("spam", false)
                .add("messageCount", 0)
                .add(
                        "receivedAt",
                        entry.arrivedOn()
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString())
                .add("dueAt", JsonValue.NULL)
                .add("eraseOn", entry.eraseOn().toString())
                .add("version", 0)
                .add("reason", entry.reason())
                .add("size", entry.size());
    }
}
