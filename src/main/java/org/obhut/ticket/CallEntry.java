package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A logged call as it stands in a ticket.
 *
 * @param id the item's id
 * @param title what the list shows, in the writer's words or the kind of call
 * @param attributes code-list answers (who, topics joined by comma, region …), sealed with the call
 */
public record CallEntry(
        UUID id,
        String title,
        Instant at,
        String language,
        @Nullable String callback,
        @Nullable String note,
        @Nullable LocalDate followUp,
        Map<String, String> attributes) {}
