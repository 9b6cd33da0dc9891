package org.obhut.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How a mail will look to its receiver, and what it may hold: what whoever writes is told before.
 *
 * @param mailbox the address that sends
 * @param name the mailbox's neutral name, null for none
 * @param subject the neutral subject
 * @param quotes whether the answered mail is quoted unless the writer chooses otherwise
 * @param attachmentBytes the most that all files may have together
 * @param international whether an address beyond ASCII (RFC 6531) can be written to
 */
public record SendingTerms(
        String mailbox,
        @Nullable String name,
        String subject,
        boolean quotes,
        int attachmentBytes,
        boolean international) {

    /** What a form with files may hold, less some room for its text. */
    private static final int MOST_BYTES = 24_000_000;

    private static final int ROOM_FOR_TEXT = 1 << 16;
    /** Base64 in lines of 76 characters makes 78 of 57. */
    private static final double GROWTH = 78 / 57.0;

    static SendingTerms of(SenderIdentity sender, SmtpExtensions server) {
        double left = server.size() == 0 ? MOST_BYTES : Math.max(0, server.size() - ROOM_FOR_TEXT) / GROWTH;
        return new SendingTerms(
                sender.address(),
                sender.name(),
                sender.subjectPhrase(),
                sender.quotes(),
                (int) Math.min(MOST_BYTES, left),
                server.utf8());
    }
}
