package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a counsellor writes to somebody, with what was chosen for it.
 *
 * @param subject of one's own, null for the mailbox's neutral phrase
 * @param text 1 to 100,000 characters; may be empty where there are files
 * @param quote whether the answered mail is quoted below the text
 * @param html whether the text goes along as HTML too, with links and simple emphasis
 * @param attachments at most 20
 */
public record Writing(
        @Nullable String subject, String text, boolean quote, boolean html, List<AttachmentContent> attachments) {

    /** Text under the neutral subject, without a quote. */
    public static Writing plain(String text, List<AttachmentContent> attachments) {
        return new Writing(null, text, false, false, attachments);
    }

    /** What may be sent, pictures without their metadata. @throws org.obhut.platform.InvalidInput naming the field */
    Writing checked() {
        String words = Placeholders.filled(
                "text", attachments.isEmpty() ? Texts.checked("text", text) : Texts.checkedLength("text", text));
        List<AttachmentContent> files = OutgoingFiles.checked("attachments", attachments);
        return new Writing(Texts.subject("subject", subject), words, quote, html, files);
    }

    List<byte[]> bytes() {
        return attachments.stream().map(AttachmentContent::bytes).toList();
    }
}
