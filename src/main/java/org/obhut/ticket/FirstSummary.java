package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The summary with which a ticket begins. */
final class FirstSummary {

    private FirstSummary() {}

    /** Of a ticket that begins with this mail; nobody answers a report. */
    static Summary ofMail(
            ClientMessage mail,
            Party party,
            String token,
            @Nullable UUID mayBelongTo,
            Instant answerBy,
            @Nullable Instant urgentBy,
            LocalDate today) {
        @Nullable WebForm form = mail.form();
        // A form's own Message-ID is nothing that its client has ever seen.
        @Nullable String messageId = form == null ? mail.messageId() : null;
        return new Summary(
                mail.subject(),
                contact(mail, party),
                token,
                form == null ? null : form.callback(),
                mayBelongTo,
                mail.at(),
                mail.kind().report() ? 0 : 1,
                messageId,
                messageId == null ? List.of() : List.of(messageId),
                mail.kind().contact() ? answerBy : null,
                null,
                today,
                Links.NONE,
                urgentBy == null ? Particulars.NONE : Particulars.NONE.urgency(Urgency.proposed(urgentBy)));
    }

    private static Contact contact(ClientMessage mail, Party party) {
        @Nullable Address answer = mail.kind().report() ? null : Head.answerAddress(mail);
        if (party == Party.REPLACED) {
            return Contact.silent(mail.from(), answer);
        }
        @Nullable WebForm form = mail.form();
        boolean known = form == null || form.believed();
        return new Contact(known ? mail.from() : null, answer, form != null, List.of());
    }

    /** Of a ticket that begins with a call. */
    static Summary ofCall(CallEntry call, String token, LocalDate today) {
        return new Summary(
                call.title(),
                Contact.NONE,
                token,
                call.callback(),
                null,
                call.at(),
                0,
                null,
                List.of(),
                null,
                call.followUp(),
                today,
                Links.NONE,
                Particulars.NONE);
    }

    /** Of a ticket that begins with a mail of ours. */
    static Summary ofOurs(String title, String to, String messageId, String token, Instant at, LocalDate today) {
        return new Summary(
                title,
                Contact.of(to),
                token,
                null,
                null,
                at,
                1,
                null,
                List.of(messageId),
                null,
                null,
                today,
                Links.NONE,
                Particulars.NONE);
    }
}
