package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Findings;
import org.obhut.html.ReceivedHtml;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;

/**
 * One entry of a ticket's timeline.
 *
 * @param author sign-in name of the person, null for the client and for the system
 * @param answerTo where an answer to what came in would go: Reply-To, else From
 * @param html the HTML of a message, to be seen cleaned only; null where there is none
 * @param mailKind what a message that came in is; {@link MailKind#AUTOMATIC_REPLY} for an acknowledgement of ours, {@link MailKind#PERSONAL} for all
 *     else
 * @param form that a message came by a web form, null where its sender wrote it
 * @param party who wrote a message, or to whom ours went
 * @param to the address our message went to, null for what came in
 * @param deliveryReason why our message waits, failed or came back; null where nothing is known or to be said
 * @param perhapsTwice whether a crash fell between the reply's final dot and its answer, so that it may have gone out twice
 * @param undoUntil until when a held reply can be withdrawn, null otherwise
 * @param protection how a mail is encrypted or signed, null where it is not
 * @param original the mail as it came, null where it was not kept because all of it can be read here
 * @param appointments what the calendar parts of a mail say
 * @param attributes for {@link Kind#CALL} the answers from the code lists (who, topics joined by comma, region …); empty otherwise
 * @param event for {@link Kind#EVENT} what happened, as a key of the console's texts such as {@code assigned}; null otherwise
 */
public record TimelineEntry(
        UUID id,
        Kind kind,
        Direction direction,
        Instant at,
        @Nullable String author,
        @Nullable Address from,
        @Nullable Address answerTo,
        String subject,
        String text,
        String newText,
        @Nullable ReceivedHtml html,
        MailKind mailKind,
        @Nullable WebForm form,
        Party party,
        @Nullable String to,
        @Nullable DeliveryStatus delivery,
        @Nullable DeliveryReason deliveryReason,
        boolean perhapsTwice,
        @Nullable Instant undoUntil,
        @Nullable Protection protection,
        @Nullable Attachment original,
        List<Appointment> appointments,
        Map<String, String> attributes,
        @Nullable String event,
        @Nullable String eventValue,
        List<Attachment> attachments) {

    /** What the entry is. */
    public enum Kind {
        MESSAGE,
        NOTE,
        CALL,
        EVENT
    }

    /** Which way it went; notes and events are {@code OUT}. */
    public enum Direction {
        IN,
        OUT
    }

    /**
     * A file of a message; size in bytes.
     *
     * @param contentId by which the message's HTML refers to it, without brackets; null where it has none
     * @param findings what was done to it and found in it
     * @param original whether it is the message itself as it came, and no file of its sender's
     */
    public record Attachment(
            UUID id,
            String name,
            String type,
            long size,
            @Nullable String contentId,
            Findings findings,
            boolean original) {

        /** A file of the sender's. */
        public Attachment(UUID id, String name, String type, long size, @Nullable String contentId, Findings findings) {
            this(id, name, type, size, contentId, findings, false);
        }
    }

    /** All that can be downloaded of it. */
    public List<Attachment> files() {
        Attachment whole = original;
        return whole == null
                ? attachments
                : Stream.concat(attachments.stream(), Stream.of(whole)).toList();
    }
}
