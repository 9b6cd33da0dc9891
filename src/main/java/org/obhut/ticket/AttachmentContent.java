package org.obhut.ticket;

import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Findings;

/**
 * A file that comes with a message. {@code name} and {@code type} are untrusted text; bytes are clear and wiped by nobody.
 *
 * @param contentId the Content-ID by which the HTML refers to it (RFC 2392), without brackets; untrusted; null where it has none
 * @param findings what was done to the bytes, and found in them, before they came here
 */
public record AttachmentContent(
        String name, String type, @Nullable String contentId, byte[] bytes, Findings findings) {

    /** A file that nothing was done to. */
    public AttachmentContent(String name, String type, @Nullable String contentId, byte[] bytes) {
        this(name, type, contentId, bytes, Findings.NONE);
    }

    /** A file that no HTML refers to and nothing was done to. */
    public AttachmentContent(String name, String type, byte[] bytes) {
        this(name, type, null, bytes);
    }
}
