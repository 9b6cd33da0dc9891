package org.obhut.outbox;

/** Asked just before the dot that ends a mail in SMTP, after which the server may have it (RFC 5321 section 4.1.1.4). */
@FunctionalInterface
interface FinalDot {

    /** Commits that the dot is about to be sent. False where this attempt has been overtaken and must end without it. */
    boolean allowed();
}
