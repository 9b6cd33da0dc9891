package org.obhut.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A file that comes with a message. {@code name} and {@code type} are untrusted text; bytes are clear and wiped by nobody.
 *
 * @param contentId the Content-ID by which the HTML refers to it (RFC 2392), without brackets; untrusted; null where it has none
 */
public record AttachmentContent(
        String name, String type, @Nullable String contentId, byte[] bytes) {

    /** A file that no HTML refers to. */
    public AttachmentContent(String name, String type, byte[] bytes) {
        this(name, type, null, bytes);
    }
}
