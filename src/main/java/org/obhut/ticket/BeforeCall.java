package org.obhut.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket was before a call was added to it, as far as a call changes it. To be sealed by whoever keeps it.
 *
 * @param closedOn since when it was closed, null where it was not
 */
public record BeforeCall(
        Status status,
        @Nullable LocalDate closedOn,
        String language,
        @Nullable String callback,
        @Nullable LocalDate followUp,
        Instant receivedAt,
        LocalDate lastContact) {

    static BeforeCall of(Ticket ticket, Summary summary) {
        return new BeforeCall(
                ticket.status(),
                ticket.status() == Status.CLOSED ? ticket.life().endedOn() : null,
                ticket.language(),
                summary.callback(),
                summary.followUp(),
                summary.receivedAt(),
                summary.lastContact());
    }

    /** As one JSON text (RFC 8259). */
    public String text() {
        byte[] bytes = ClearWriter.begin()
                .put("status", status)
                .put("closedOn", closedOn)
                .put("language", language)
                .put("callback", callback)
                .put("followUp", followUp)
                .put("receivedAt", receivedAt)
                .put("lastContact", lastContact)
                .bytes();
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    /** Reads what {@link #text()} has written. */
    public static BeforeCall of(String text) {
        ClearReader from = ClearReader.of(text.getBytes(StandardCharsets.UTF_8));
        return new BeforeCall(
                Status.valueOf(from.text("status")),
                from.dayOrNull("closedOn"),
                from.text("language"),
                from.textOrNull("callback"),
                from.dayOrNull("followUp"),
                from.instant("receivedAt"),
                from.day("lastContact"));
    }
}
