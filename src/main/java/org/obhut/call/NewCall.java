package org.obhut.call;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to log; code values are the English keys of the code lists in {@code config/}.
 *
 * @param ticket {@code none}, {@code new} or a ticket's id; a note or a call-back number needs a ticket
 * @param team name of the team a new ticket belongs to, null for the caller's first
 */
public record NewCall(
        String kind,
        String ticket,
        @Nullable String team,
        @Nullable String callback,
        @Nullable String who,
        @Nullable String gender,
        @Nullable String ageBand,
        @Nullable String origin,
        List<String> topics,
        @Nullable String language,
        boolean interpreter,
        @Nullable String region,
        @Nullable String duration,
        @Nullable String outcome,
        @Nullable String referral,
        @Nullable String note,
        @Nullable LocalDate followUp,
        @Nullable String idempotencyKey) {}
