package org.obhut.call;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls to log, for tests. */
final class Calls {

    private Calls() {}

    static NewCall count(String kind) {
        return count(kind, null);
    }

    static NewCall count(String kind, @Nullable String key) {
        return call(kind, "none", null, null, null, List.of(), null, key);
    }

    static NewCall inTicket(String ticket, @Nullable String note, @Nullable String key) {
        return call("counselling", ticket, "0201 555 0100", note, null, List.of("housing", "debts"), "ro", key);
    }

    /** A call that is a new ticket, with where it goes on. */
    static NewCall onward(@Nullable String place, @Nullable String mail, @Nullable String firstMail) {
        return call("counselling", "new", null, "Wohnung", null, List.of(), "ro", null, null, place, mail, firstMail);
    }

    static NewCall call(
            String kind,
            String ticket,
            @Nullable String callback,
            @Nullable String note,
            @Nullable LocalDate followUp,
            List<String> topics,
            @Nullable String language,
            @Nullable String key) {
        return call(
                kind, ticket, callback, note, followUp, topics, language, key, "insurance-clearing", null, null, null);
    }

    private static NewCall call(
            String kind,
            String ticket,
            @Nullable String callback,
            @Nullable String note,
            @Nullable LocalDate followUp,
            List<String> topics,
            @Nullable String language,
            @Nullable String key,
            @Nullable String referral,
            @Nullable String place,
            @Nullable String mail,
            @Nullable String firstMail) {
        return new NewCall(
                kind,
                ticket,
                null,
                callback,
                "sex-worker",
                "female",
                "25-34",
                "eu",
                topics,
                language,
                true,
                "minden-luebbecke",
                "16-30",
                "counselled",
                referral,
                place,
                mail,
                firstMail,
                note,
                followUp,
                key);
    }
}
