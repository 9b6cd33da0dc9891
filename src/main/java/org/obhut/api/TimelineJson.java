package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Scan;
import org.obhut.html.ReceivedHtml;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Party;
import org.obhut.ticket.Protection;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.WebForm;

/** What happened in a ticket, as others see it. */
final class TimelineJson {

    private TimelineJson() {}

    static JsonObject entry(TimelineEntry entry) {
        JsonArrayBuilder attachments = Json.createArrayBuilder();
        entry.attachments().forEach(file -> attachments.add(attachment(file)));
        JsonArrayBuilder appointments = Json.createArrayBuilder();
        entry.appointments().forEach(one -> appointments.add(AppointmentJson.of(one)));
        JsonObjectBuilder attributes = Json.createObjectBuilder();
        entry.attributes().forEach(attributes::add);
        DeliveryStatus delivery = entry.delivery();
        return Json.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("kind", Names.of(entry.kind()))
                .add("direction", Names.of(entry.direction()))
                .add("at", TicketJson.text(entry.at()))
                .add("author", TicketJson.text(entry.author()))
                .add("from", TicketJson.address(entry.from()))
                .add("subject", entry.subject())
                .add("text", entry.text())
                .add("newText", entry.newText())
                .add("html", TicketJson.text(html(entry.html())))
                .add("mailKind", entry.mailKind().key())
                .add("autoReply", entry.mailKind().automatic())
                .add("deliveryReport", entry.mailKind().deliveryReport())
                .add("webForm", webForm(entry.form()))
                .add("party", Names.of(entry.party()))
                .add("stranger", entry.party() == Party.STRANGER)
                .add("to", TicketJson.text(entry.to()))
                .add("delivery", delivery(delivery))
                .add("deliveryReason", reason(entry.deliveryReason()))
                .add("bounced", delivery == DeliveryStatus.UNDELIVERED)
                .add("perhapsTwice", entry.perhapsTwice())
                .add("undoUntil", TicketJson.text(entry.undoUntil()))
                .add("protection", protection(entry.protection()))
                .add("original", entry.original() == null ? JsonValue.NULL : attachment(entry.original()))
                .add("appointments", appointments)
                .add("attributes", attributes)
                .add("event", TicketJson.text(entry.event()))
                .add("eventValue", TicketJson.text(entry.eventValue()))
                .add("attachments", attachments)
                .build();
    }

    /** One of {@code held}, {@code sending}, {@code sent}, {@code failed}: a reply that bounced has failed, too. */
    static JsonValue delivery(@Nullable DeliveryStatus delivery) {
        if (delivery == null) {
            return JsonValue.NULL;
        }
        return Json.createValue(Names.of(
                switch (delivery) {
                    case UNDELIVERED -> DeliveryStatus.FAILED;
                    case DELAYED -> DeliveryStatus.SENT;
                    default -> delivery;
                }));
    }

    private static JsonValue reason(@Nullable DeliveryReason reason) {
        return reason == null ? JsonValue.NULL : Json.createValue(Names.of(reason));
    }

    private static JsonValue protection(@Nullable Protection protection) {
        return protection == null ? JsonValue.NULL : Json.createValue(Names.of(protection));
    }

    /** {@code listed} or {@code unproven}. */
    private static JsonValue webForm(@Nullable WebForm form) {
        return form == null ? JsonValue.NULL : Json.createValue(form.believed() ? "listed" : "unproven");
    }

    private static JsonObject attachment(TimelineEntry.Attachment file) {
        return Json.createObjectBuilder()
                .add("id", file.id().toString())
                .add("name", file.name())
                .add("type", file.type())
                .add("size", file.size())
                .add("contentId", TicketJson.text(file.contentId()))
                .add("metadata", Names.of(file.findings().metadata()))
                .add("scan", scan(file.findings().scan()))
                .add("macros", file.findings().macros())
                .build();
    }

    private static @Nullable String html(@Nullable ReceivedHtml html) {
        return html == null ? null : html.cleaned().html();
    }

    private static JsonObject scan(Scan scan) {
        return Json.createObjectBuilder()
                .add("result", Names.of(scan.result()))
                .add("signature", TicketJson.text(scan.found() ? scan.signature() : null))
                .build();
    }
}
