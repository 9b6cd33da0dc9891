package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a folder. Times are exact; {@code dueAt} is rounded up to the hour. {@code version} moves with what a person sees as a change. */
public record TicketRow(
        UUID id,
        String subject,
        @Nullable Address from,
        Channel channel,
        Status status,
        @Nullable String assignee,
        Staffing staffing,
        String team,
        String language,
        boolean urgent,
        boolean spam,
        boolean unread,
        int messageCount,
        Instant receivedAt,
        @Nullable Instant dueAt,
        Light light,
        @Nullable LocalDate eraseOn,
        long version) {}
