package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.Letter;

/**
 * What a message has beyond a note: the envelope of a mail and how it came about.
 *
 * @param from the sender; for our reply the mailbox
 * @param replyTo where the client wants answers, null where it is the sender
 * @param to whom our reply went to, null for a mail that came in
 * @param party who wrote it, or to whom ours went
 * @param messageId without brackets
 * @param kind what a mail that came in is; our own are personal, but for an acknowledgement
 * @param form that a mail that came in came by a web form, null where its sender wrote it
 * @param protection how a mail that came in is encrypted or signed, null where it is not
 * @param formatted whether our mail went out as HTML too
 * @param answers the message of the ticket that our reply answers, null for the client's newest
 * @param undoUntil until when our reply can be withdrawn, null for a mail that came in
 * @param owedBy when our reply had been due, to be restored where it is withdrawn; null where nothing was
 */
record Correspondence(
        @Nullable Address from,
        @Nullable Address replyTo,
        @Nullable String to,
        String subject,
        String newText,
        @Nullable String html,
        MailKind kind,
        @Nullable WebForm form,
        Party party,
        @Nullable String messageId,
        @Nullable Protection protection,
        List<Appointment> appointments,
        boolean formatted,
        @Nullable UUID answers,
        @Nullable Instant undoUntil,
        @Nullable Instant owedBy) {

    static Correspondence received(ClientMessage mail, Party party) {
        return new Correspondence(
                mail.from(),
                mail.replyTo(),
                null,
                mail.subject(),
                mail.newText(),
                mail.html(),
                mail.kind(),
                mail.form(),
                party,
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                false,
                null,
                null,
                null);
    }

    static Correspondence sent(
            String mailbox,
            Receiver receiver,
            Letter letter,
            Sending.Written written,
            String messageId,
            Instant undoUntil,
            @Nullable Instant owedBy) {
        return new Correspondence(
                new Address(null, mailbox),
                null,
                receiver.address(),
                letter.subject() == null ? "" : letter.subject(),
                written.text(),
                null,
                MailKind.PERSONAL,
                null,
                receiver.party(),
                messageId,
                null,
                List.of(),
                letter.html(),
                written.answers(),
                undoUntil,
                owedBy);
    }

    /** A mail that the system wrote by itself. */
    static Correspondence acknowledged(String mailbox, String to, String text, String messageId) {
        return new Correspondence(
                new Address(null, mailbox),
                null,
                to,
                "",
                text,
                null,
                MailKind.AUTOMATIC_REPLY,
                null,
                Party.CLIENT,
                messageId,
                null,
                List.of(),
                false,
                null,
                null,
                null);
    }

    /** Where an answer would go (RFC 5322 section 3.6.2). */
    @Nullable
    Address answerTo() {
        return replyTo == null ? from : replyTo;
    }

    /** The same mail, as of somebody with another part in its ticket. */
    Correspondence by(Party other) {
        return new Correspondence(
                from,
                replyTo,
                to,
                subject,
                newText,
                html,
                kind,
                form,
                other,
                messageId,
                protection,
                appointments,
                formatted,
                answers,
                undoUntil,
                owedBy);
    }

    /** The addresses of whoever is not us. */
    List<String> others(boolean received) {
        Stream<@Nullable String> all = received
                ? Stream.of(from == null ? null : from.address(), replyTo == null ? null : replyTo.address())
                : Stream.of(to);
        return all.filter(Objects::nonNull).filter(each -> !each.isEmpty()).toList();
    }

    /** Whether it came from this address or went to it. */
    boolean isWith(String address) {
        return Stream.of(to, from == null ? null : from.address(), replyTo == null ? null : replyTo.address())
                .filter(Objects::nonNull)
                .anyMatch(each -> Participants.same(each, address));
    }

    void write(ClearWriter to) {
        to.put("from", from)
                .put("replyTo", replyTo)
                .put("to", this.to)
                .put("subject", subject)
                .put("newText", newText)
                .put("html", html)
                .put("kind", kind == MailKind.PERSONAL ? null : kind)
                .one("form", form, (part, by) -> by.write(part))
                .put("party", party == Party.CLIENT ? null : party)
                .put("messageId", messageId)
                .put("protection", protection)
                .each("appointments", appointments, (part, one) -> one.write(part))
                .put("formatted", formatted)
                .put("answers", answers)
                .put("undoUntil", undoUntil)
                .put("owedBy", owedBy);
    }

    static Correspondence read(ClearReader from) {
        return new Correspondence(
                from.addressOrNull("from"),
                from.addressOrNull("replyTo"),
                from.textOrNull("to"),
                from.text("subject"),
                from.text("newText"),
                from.textOrNull("html"),
                kind(from),
                from.one("form", WebForm::read),
                party(from),
                from.textOrNull("messageId"),
                from.valueOrNull("protection", Protection::valueOf),
                from.each("appointments", Appointment::read),
                from.flag("formatted"),
                from.idOrNull("answers"),
                from.instantOrNull("undoUntil"),
                from.instantOrNull("owedBy"));
    }

    /** Before there were kinds, two flags said as much. */
    private static MailKind kind(ClearReader from) {
        MailKind kind = from.valueOrNull("kind", MailKind::valueOf);
        if (kind != null) {
            return kind;
        }
        return from.flag("deliveryReport")
                ? MailKind.DELIVERY_FAILURE
                : from.flag("autoReply") ? MailKind.AUTOMATIC_REPLY : MailKind.PERSONAL;
    }

    /** Before there were parties, a flag told a stranger's mail. */
    private static Party party(ClearReader from) {
        Party party = from.valueOrNull("party", Party::valueOf);
        return party != null ? party : from.flag("stranger") ? Party.STRANGER : Party.CLIENT;
    }
}
