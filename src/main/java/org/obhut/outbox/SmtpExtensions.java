package org.obhut.outbox;

/**
 * What a server that takes our mails has said it can do (RFC 5321 section 4.1.1.1), as far as it matters here.
 *
 * @param size the largest mail it takes, in bytes (RFC 1870); 0 where it says nothing or sets no limit
 * @param utf8 whether it takes addresses beyond ASCII (RFC 6531)
 */
record SmtpExtensions(long size, boolean utf8) {

    /** Of a server that has not been spoken to yet. */
    static final SmtpExtensions UNKNOWN = new SmtpExtensions(0, false);

    boolean takes(long bytes) {
        return size == 0 || bytes <= size;
    }
}
