package org.obhut.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.AuthenticationResults;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Protection;

/**
 * What a mail says, in decoded form.
 *
 * @param subject decoded, unfolded, without NUL; empty where there is none
 * @param from the first author (RFC 5322 section 3.6.2), null where none is named
 * @param replyTo where answers are wanted, null where the mail does not say
 * @param recipients addr-specs of To, Cc and of the envelope fields that delivery agents add, lower case; one may carry our token
 * @param date when it was sent by its own word, null where missing or absurd
 * @param messageId without brackets, null where there is none
 * @param references Message-IDs of In-Reply-To and References without brackets, nearest first
 * @param text plain text, LF line ends, without NUL
 * @param newText the text without what is quoted
 * @param html the HTML part as received, null where there is none
 * @param language BCP 47 tag of the new text, {@code und} where unknown
 * @param kind what it is by its own marks
 * @param report what it says of a mail of ours, null where it is no report
 * @param automaticAnswer whether a machine may answer it (RFC 3834 section 2)
 * @param authentication what servers found out about its sender
 * @param spamMarks fields that say it is spam, whoever wrote them
 * @param protection how it is encrypted or signed, null where it is not
 * @param appointments what its calendar parts say
 * @param leafParts parts that hold no other part
 * @param nestedMessages messages within this one
 */
public record ParsedMail(
        String subject,
        @Nullable Address from,
        @Nullable Address replyTo,
        List<String> recipients,
        @Nullable Instant date,
        @Nullable String messageId,
        List<String> references,
        String text,
        String newText,
        @Nullable String html,
        String language,
        MailKind kind,
        @Nullable DeliveryReport report,
        boolean automaticAnswer,
        AuthenticationResults authentication,
        Set<SpamMark> spamMarks,
        @Nullable Protection protection,
        List<Appointment> appointments,
        List<AttachmentContent> attachments,
        int leafParts,
        int nestedMessages) {

    /** The same mail with its files as they came out of a screening. */
    ParsedMail with(List<AttachmentContent> screened) {
        return new ParsedMail(
                subject,
                from,
                replyTo,
                recipients,
                date,
                messageId,
                references,
                text,
                newText,
                html,
                language,
                kind,
                report,
                automaticAnswer,
                authentication,
                spamMarks,
                protection,
                appointments,
                screened,
                leafParts,
                nestedMessages);
    }
}
