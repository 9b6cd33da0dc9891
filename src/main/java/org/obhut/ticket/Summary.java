package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists and replies need to know of a ticket, in one small envelope.
 *
 * @param token the reply token
 * @param receivedAt when the client last wrote or called
 * @param messageCount messages from and to the client
 * @param inReplyTo Message-ID of the client's last mail
 * @param references Message-IDs of the conversation, oldest first
 * @param answerBy when the client's unanswered mail is to be answered, null where nothing waits
 * @param lastContact the day that the time until erasure counts from
 * @param links tickets that readers are pointed to
 * @param particulars what counsellors say of the case
 */
record Summary(
        String subject,
        Contact contact,
        String token,
        @Nullable String callback,
        @Nullable UUID mayBelongTo,
        Instant receivedAt,
        int messageCount,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable Instant answerBy,
        @Nullable LocalDate followUp,
        LocalDate lastContact,
        Links links,
        Particulars particulars) {

    /** Enough for every mail program to thread; the first one always stays (RFC 5322 section 3.6.4 sets no limit). */
    static final int MOST_REFERENCES = 20;

    @Nullable
    Address client() {
        return contact.client();
    }

    /** Whom a reply goes to. */
    @Nullable
    Address replyTo() {
        return contact.replyTo();
    }

    /** Takes in a mail that came after this summary was sealed. */
    Summary with(Head mail) {
        return new Summary(
                subject,
                contact.learnt(mail.replyTo()),
                token,
                callback,
                mayBelongTo,
                mail.at().isAfter(receivedAt) ? mail.at() : receivedAt,
                messageCount + (mail.counts() ? 1 : 0),
                mail.messageId() == null ? inReplyTo : mail.messageId(),
                mail.messageId() == null ? references : extended(mail.messageId()),
                answerBy == null ? mail.answerBy() : answerBy,
                followUp,
                later(lastContact, mail.on()),
                links,
                mail.urgentBy() == null
                        ? particulars
                        : particulars.urgency(Urgency.again(particulars.urgency(), mail.urgentBy())));
    }

    /** Writes to another address from now on. Nothing refers to mails that lie in the old mailbox. */
    Summary contact(Contact next) {
        return new Summary(
                subject,
                next,
                token,
                callback,
                mayBelongTo,
                receivedAt,
                messageCount,
                null,
                List.of(),
                answerBy,
                followUp,
                lastContact,
                links,
                particulars);
    }

    /** With what counsellors say of the case. */
    Summary particulars(Particulars next) {
        return new Summary(
                subject,
                contact,
                token,
                callback,
                mayBelongTo,
                receivedAt,
                messageCount,
                inReplyTo,
                references,
                answerBy,
                followUp,
                lastContact,
                links,
                next);
    }

    /** Takes in our reply: nobody waits for an answer now. */
    Summary replied(String messageId, LocalDate on) {
        return copy(callback, messageCount + 1, extended(messageId), null, followUp, later(lastContact, on))
                .particulars(particulars.settled(true));
    }

    /** Forgets a reply that was withdrawn; the client waits again. */
    Summary unreplied(@Nullable String messageId, @Nullable Instant newAnswerBy) {
        List<String> left =
                references.stream().filter(id -> !id.equals(messageId)).toList();
        return copy(callback, messageCount - 1, left, newAnswerBy, followUp, lastContact)
                .particulars(particulars.settled(false));
    }

    /** A reply goes out once more under another Message-ID. */
    Summary resent(String messageId, LocalDate on) {
        return copy(callback, messageCount, extended(messageId), null, followUp, later(lastContact, on));
    }

    /** Takes in a call. */
    Summary called(CallEntry call, LocalDate on) {
        Summary next = copy(
                call.callback() == null ? callback : call.callback(),
                messageCount,
                references,
                answerBy,
                call.followUp() == null ? followUp : call.followUp(),
                later(lastContact, on));
        return call.at().isAfter(receivedAt) ? next.receivedAt(call.at()) : next;
    }

    /** Forgets a call that was taken back. */
    Summary uncalled(BeforeCall before) {
        return copy(before.callback(), messageCount, references, answerBy, before.followUp(), before.lastContact())
                .receivedAt(before.receivedAt());
    }

    Summary followUp(@Nullable LocalDate day) {
        return copy(callback, messageCount, references, answerBy, day, lastContact);
    }

    /** The client waits for nothing now. */
    Summary answered() {
        return copy(callback, messageCount, references, null, followUp, lastContact)
                .particulars(particulars.settled(true));
    }

    /** What it has to do with other tickets, as far as anybody thinks. */
    Summary related(@Nullable UUID newMayBelongTo, Links newLinks) {
        return new Summary(
                subject,
                contact,
                token,
                callback,
                newMayBelongTo,
                receivedAt,
                messageCount,
                inReplyTo,
                references,
                answerBy,
                followUp,
                lastContact,
                newLinks,
                particulars);
    }

    /** Nothing is to be done any more, and nothing is urgent. */
    Summary closed() {
        return copy(callback, messageCount, references, null, null, lastContact).particulars(particulars.urgency(null));
    }

    /** When something is to be done next, a full hour; null where nothing is. */
    @Nullable
    Instant due(Deadlines deadlines) {
        Urgency urgency = particulars.urgency();
        Instant soon = urgency == null || urgency.settled() ? null : urgency.by();
        Instant day = followUp == null ? null : deadlines.startOf(followUp);
        return Stream.of(soon, day, answerBy)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private List<String> extended(String messageId) {
        List<String> all = new ArrayList<>(references);
        all.add(messageId);
        if (all.size() > MOST_REFERENCES) {
            all.remove(1);
        }
        return List.copyOf(all);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private Summary receivedAt(Instant at) {
        return new Summary(
                subject,
                contact,
                token,
                callback,
                mayBelongTo,
                at,
                messageCount,
                inReplyTo,
                references,
                answerBy,
                followUp,
                lastContact,
                links,
                particulars);
    }

    private Summary copy(
            @Nullable String newCallback,
            int newCount,
            List<String> newReferences,
            @Nullable Instant newAnswerBy,
            @Nullable LocalDate newFollowUp,
            LocalDate newLastContact) {
        return new Summary(
                subject,
                contact,
                token,
                newCallback,
                mayBelongTo,
                receivedAt,
                newCount,
                inReplyTo,
                newReferences,
                newAnswerBy,
                newFollowUp,
                newLastContact,
                links,
                particulars);
    }

    byte[] bytes() {
        ClearWriter to = ClearWriter.begin().put("subject", subject);
        contact.write(to);
        return to.put("token", token)
                .put("callback", callback)
                .put("mayBelongTo", mayBelongTo)
                .put("receivedAt", receivedAt)
                .put("messageCount", messageCount)
                .put("inReplyTo", inReplyTo)
                .put("references", references)
                .put("answerBy", answerBy)
                .put("followUp", followUp)
                .put("lastContact", lastContact)
                .one("links", links.isEmpty() ? null : links, (part, some) -> some.write(part))
                .one("particulars", particulars, (part, all) -> all.write(part))
                .bytes();
    }

    static Summary of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        return new Summary(
                from.text("subject"),
                Contact.read(from),
                from.text("token"),
                from.textOrNull("callback"),
                from.idOrNull("mayBelongTo"),
                from.instant("receivedAt"),
                (int) from.number("messageCount"),
                from.textOrNull("inReplyTo"),
                from.texts("references"),
                from.instantOrNull("answerBy"),
                from.dayOrNull("followUp"),
                from.day("lastContact"),
                Links.orNone(from.one("links", Links::read)),
                Particulars.read(from));
    }
}
