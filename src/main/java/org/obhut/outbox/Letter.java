package org.obhut.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver gets to read.
 *
 * @param subject chosen by the writer; null for the mailbox's neutral phrase
 * @param text plain text; what is quoted stands in it, each line behind {@code >}
 * @param html whether the same text goes along as HTML, with links and simple emphasis
 */
public record Letter(@Nullable String subject, String text, boolean html, List<File> files) {

    /** A file to send along; name and type are untrusted. */
    public record File(String name, String type, byte[] bytes) {}

    /** Plain text under the neutral subject. */
    public static Letter plain(String text) {
        return new Letter(null, text, false, List.of());
    }

    /** No word of it in a log. */
    @Override
    public String toString() {
        return "Letter[" + files.size() + " files]";
    }
}
