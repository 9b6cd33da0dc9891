package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail from a client as it enters a ticket.
 *
 * @param from the sender, null where the mail names none
 * @param replyTo where answers are wanted, null where it is the sender
 * @param at when the mail was sent, else received
 * @param text the plain text (converted from HTML where there is no plain part), without NUL, LF line ends
 * @param newText the text without the quoted part
 * @param html the HTML part as received, null where there is none; it is cleaned when shown
 * @param language BCP 47 tag of the new text, {@code und} where unknown
 * @param kind what it is; only a person's mail is waited upon
 * @param form that it came by a web form, null where its sender wrote it; {@code from} is then whom the form names
 * @param messageId Message-ID without brackets, null where there is none
 * @param protection how it is encrypted or signed, null where it is not
 * @param appointments what its calendar parts say
 */
public record ClientMessage(
        String subject,
        @Nullable Address from,
        @Nullable Address replyTo,
        Instant at,
        String text,
        String newText,
        @Nullable String html,
        String language,
        MailKind kind,
        @Nullable WebForm form,
        @Nullable String messageId,
        @Nullable Protection protection,
        List<Appointment> appointments,
        List<AttachmentContent> attachments) {}
