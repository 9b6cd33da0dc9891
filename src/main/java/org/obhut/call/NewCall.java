package org.obhut.call;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to log; code values are the English keys of the code lists in {@code config/}.
 *
 * @param ticket {@code none}, {@code new} or a ticket's id; a note or a call-back number needs a ticket
 * @param team name of the team a new ticket belongs to, null for the caller's first
 * @param place name of the directory's entry that the caller was referred to
 * @param mail the client's address, where it goes on by mail
 * @param firstMail what is written to that address at once
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
        @Nullable String place,
        @Nullable String mail,
        @Nullable String firstMail,
        @Nullable String note,
        @Nullable LocalDate followUp,
        @Nullable String idempotencyKey) {

    NewCall referral(String code) {
        return new NewCall(
                kind,
                ticket,
                team,
                callback,
                who,
                gender,
                ageBand,
                origin,
                topics,
                language,
                interpreter,
                region,
                duration,
                outcome,
                code,
                place,
                mail,
                firstMail,
                note,
                followUp,
                idempotencyKey);
    }
}
