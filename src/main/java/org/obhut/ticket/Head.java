package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The few words about a mail that the summary needs. Intake, which cannot read the summary, seals them beside the mail; the
 * next reader folds them in.
 *
 * @param replyTo whom an answer goes to from now on, null where the mail changes nothing in that
 * @param counts whether it counts as a message from the client
 * @param answerBy when an answer is due, null where none is
 * @param urgentBy when something is to be done at the latest, null where it is not urgent
 * @param on the day it came, which starts the time until erasure anew; null where it does not
 */
record Head(
        Instant at,
        @Nullable Address replyTo,
        @Nullable String messageId,
        boolean counts,
        @Nullable Instant answerBy,
        @Nullable Instant urgentBy,
        @Nullable LocalDate on) {

    /**
     * @param answerBy when a client who writes now is to have an answer
     * @param urgentBy when something is to be done where the mail makes its ticket urgent or comes into an urgent one, else null
     */
    static Head of(ClientMessage mail, Party party, Instant answerBy, @Nullable Instant urgentBy, LocalDate today) {
        boolean contact = mail.kind().contact();
        boolean client = contact && party == Party.CLIENT;
        return new Head(
                mail.at(),
                client ? answerAddress(mail) : null,
                client ? mail.messageId() : null,
                party != Party.CENTRE && !mail.kind().report(),
                contact ? answerBy : null,
                contact ? urgentBy : null,
                contact ? today : null);
    }

    /** Reply-To, else From (RFC 5322 section 3.6.2); by a web form whom it names, where it is believed and names an address. */
    static @Nullable Address answerAddress(ClientMessage mail) {
        if (mail.form() != null) {
            @Nullable Address named = mail.form().believed() ? mail.from() : null;
            return named == null || named.address().isEmpty() ? null : named;
        }
        return mail.replyTo() != null ? mail.replyTo() : mail.from();
    }

    byte[] bytes() {
        return ClearWriter.begin()
                .put("at", at)
                .put("replyTo", replyTo)
                .put("messageId", messageId)
                .put("counts", counts)
                .put("answerBy", answerBy)
                .put("urgentBy", urgentBy)
                .put("on", on)
                .bytes();
    }

    static Head of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        return new Head(
                from.instant("at"),
                from.addressOrNull("replyTo"),
                from.textOrNull("messageId"),
                from.flag("counts"),
                from.instantOrNull("answerBy"),
                from.instantOrNull("urgentBy"),
                from.dayOrNull("on"));
    }
}
