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
 * @param client whom the ticket is about
 * @param replyTo whom a reply goes to
 * @param unconfirmed whether {@code replyTo} was only given in a web form: anybody can give anybody's address
 * @param token the reply token
 * @param receivedAt when the client last wrote or called
 * @param messageCount messages from and to the client
 * @param inReplyTo Message-ID of the client's last mail
 * @param references Message-IDs of the conversation, oldest first
 * @param answerBy when the client's unanswered mail is to be answered, null where nothing waits
 * @param replaced addresses of the client that were given up for a safer one: never written to
 * @param lastContact the day that the time until erasure counts from
 */
record Summary(
        String subject,
        @Nullable Address client,
        @Nullable Address replyTo,
        boolean unconfirmed,
        String token,
        @Nullable String callback,
        @Nullable UUID mayBelongTo,
        Instant receivedAt,
        int messageCount,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable Instant answerBy,
        @Nullable LocalDate followUp,
        List<String> replaced,
        LocalDate lastContact) {

    /** Enough for every mail program to thread; the first one always stays (RFC 5322 section 3.6.4 sets no limit). */
    private static final int MOST_REFERENCES = 20;

    /** The summary of a ticket that begins with this mail; nobody answers a report. */
    static Summary ofMail(
            ClientMessage mail, Party party, String token, @Nullable UUID mayBelongTo, Deadlines deadlines) {
        @Nullable Address answer = mail.kind().report() ? null : Head.answerAddress(mail);
        boolean silent = party == Party.REPLACED;
        @Nullable WebForm form = mail.form();
        // A form's own Message-ID is nothing that its client has ever seen.
        @Nullable String messageId = form == null ? mail.messageId() : null;
        return new Summary(
                mail.subject(),
                form == null || form.believed() ? mail.from() : null,
                silent ? null : answer,
                form != null,
                token,
                form == null ? null : form.callback(),
                mayBelongTo,
                mail.at(),
                mail.kind().report() ? 0 : 1,
                messageId,
                messageId == null ? List.of() : List.of(messageId),
                mail.kind().contact() ? deadlines.answerBy() : null,
                null,
                silent ? addresses(mail.from(), answer) : List.of(),
                deadlines.today());
    }

    /** The summary of a ticket that begins with a call. */
    static Summary ofCall(CallEntry call, String token, LocalDate today) {
        return new Summary(
                call.title(),
                null,
                null,
                false,
                token,
                call.callback(),
                null,
                call.at(),
                0,
                null,
                List.of(),
                null,
                call.followUp(),
                List.of(),
                today);
    }

    private static List<String> addresses(@Nullable Address... some) {
        return Stream.of(some)
                .filter(Objects::nonNull)
                .map(Address::address)
                .distinct()
                .toList();
    }

    /** Whether this address was given up. */
    boolean gaveUp(@Nullable Address address) {
        return address != null && replaced.stream().anyMatch(old -> Participants.same(old, address.address()));
    }

    /** Takes in a mail that came after this summary was sealed. */
    Summary with(Head mail) {
        @Nullable Address wanted = gaveUp(mail.replyTo()) ? null : mail.replyTo();
        return new Summary(
                subject,
                known(wanted),
                wanted == null ? replyTo : wanted,
                wanted == null && unconfirmed,
                token,
                callback,
                mayBelongTo,
                mail.at().isAfter(receivedAt) ? mail.at() : receivedAt,
                messageCount + (mail.counts() ? 1 : 0),
                mail.messageId() == null ? inReplyTo : mail.messageId(),
                mail.messageId() == null ? references : extended(mail.messageId()),
                answerBy == null ? mail.answerBy() : answerBy,
                followUp,
                replaced,
                later(lastContact, mail.on()));
    }

    /** Whom the ticket is about, with the address that is learnt where none was known. */
    private @Nullable Address known(@Nullable Address learnt) {
        if (learnt == null || client != null && !client.address().isEmpty()) {
            return client;
        }
        return client == null ? learnt : new Address(client.name(), learnt.address());
    }

    /** Takes in our reply: nobody waits for an answer now. */
    Summary replied(String messageId, LocalDate on) {
        return copy(callback, messageCount + 1, extended(messageId), null, followUp, later(lastContact, on));
    }

    /** Forgets a reply that was withdrawn; the client waits again. */
    Summary unreplied(@Nullable String messageId, @Nullable Instant newAnswerBy) {
        List<String> left =
                references.stream().filter(id -> !id.equals(messageId)).toList();
        return copy(callback, messageCount - 1, left, newAnswerBy, followUp, lastContact);
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

    Summary followUp(@Nullable LocalDate day) {
        return copy(callback, messageCount, references, answerBy, day, lastContact);
    }

    /** The client waits for nothing now. */
    Summary answered() {
        return copy(callback, messageCount, references, null, followUp, lastContact);
    }

    /** Nothing is to be done any more. */
    Summary closed() {
        return copy(callback, messageCount, references, null, null, lastContact);
    }

    /** When something is to be done next, a full hour; null where nothing is. */
    @Nullable
    Instant due(Deadlines deadlines) {
        Instant day = followUp == null ? null : deadlines.startOf(followUp);
        if (day == null || answerBy == null) {
            return day == null ? answerBy : day;
        }
        return day.isBefore(answerBy) ? day : answerBy;
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
                client,
                replyTo,
                unconfirmed,
                token,
                callback,
                mayBelongTo,
                at,
                messageCount,
                inReplyTo,
                references,
                answerBy,
                followUp,
                replaced,
                lastContact);
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
                client,
                replyTo,
                unconfirmed,
                token,
                newCallback,
                mayBelongTo,
                receivedAt,
                newCount,
                inReplyTo,
                newReferences,
                newAnswerBy,
                newFollowUp,
                replaced,
                newLastContact);
    }

    byte[] bytes() {
        return ClearWriter.begin()
                .put("subject", subject)
                .put("client", client)
                .put("replyTo", replyTo)
                .put("unconfirmed", unconfirmed)
                .put("token", token)
                .put("callback", callback)
                .put("mayBelongTo", mayBelongTo)
                .put("receivedAt", receivedAt)
                .put("messageCount", messageCount)
                .put("inReplyTo", inReplyTo)
                .put("references", references)
                .put("answerBy", answerBy)
                .put("followUp", followUp)
                .put("replaced", replaced)
                .put("lastContact", lastContact)
                .bytes();
    }

    static Summary of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        return new Summary(
                from.text("subject"),
                from.addressOrNull("client"),
                from.addressOrNull("replyTo"),
                from.flag("unconfirmed"),
                from.text("token"),
                from.textOrNull("callback"),
                from.idOrNull("mayBelongTo"),
                from.instant("receivedAt"),
                (int) from.number("messageCount"),
                from.textOrNull("inReplyTo"),
                from.texts("references"),
                from.instantOrNull("answerBy"),
                from.dayOrNull("followUp"),
                from.textsOrNone("replaced"),
                from.day("lastContact"));
    }
}
