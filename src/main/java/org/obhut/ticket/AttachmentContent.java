package org.obhut.ticket;

import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Findings;

/**
 * A file that comes with a message. {@code name} and {@code type} are untrusted text; bytes are clear and wiped by nobody.
 *
 * @param contentId the Content-ID by which the HTML refers to it (RFC 2392), without brackets; untrusted; null where it has none
 * @param findings what was done to the bytes, and found in them, before they came here
 * @param original whether this is the message itself as it came, kept because not all of it can be opened here, and no file of
 *     its sender's
 */
public record AttachmentContent(
        String name, String type, @Nullable String contentId, byte[] bytes, Findings findings, boolean original) {

    /** A file of the sender's. */
    public AttachmentContent(String name, String type, @Nullable String contentId, byte[] bytes, Findings findings) {
        this(name, type, contentId, bytes, findings, false);
    }

    /** A file that nothing was done to. */
    public AttachmentContent(String name, String type, @Nullable String contentId, byte[] bytes) {
        this(name, type, contentId, bytes, Findings.NONE);
    }

    /** A file that no HTML refers to and nothing was done to. */
    public AttachmentContent(String name, String type, byte[] bytes) {
        this(name, type, null, bytes);
    }

    /** A message as it came (RFC 5322). */
    public static AttachmentContent original(byte[] bytes) {
        return new AttachmentContent("mail.eml", "message/rfc822", null, bytes, Findings.NONE, true);
    }

    AttachmentContent with(byte[] otherBytes, Findings found) {
        return new AttachmentContent(name, type, contentId, otherBytes, found, original);
    }
}
