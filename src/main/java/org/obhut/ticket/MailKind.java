package org.obhut.ticket;

/**
 * What an incoming mail is. Only {@link #PERSONAL} is ever answered by itself; what a machine wrote reopens no ticket, is no
 * contact and changes nobody's address. In doubt a mail is a person's, as a person who is taken for a machine goes unheard.
 */
public enum MailKind {
    /** Written by a person, or by a web form for one. */
    PERSONAL,
    /** A machine's answer: an absence note, a receipt of a ticket system ({@code auto-replied}, RFC 3834 section 5). */
    AUTOMATIC_REPLY,
    /**
     * A machine's mail that answers none of ours ({@code auto-generated}, RFC 3834 section 5). A form that is not listed may
     * speak for a person in this way, so that it is put before people like a person's mail.
     */
    NOTIFICATION,
    /** A mail of ours did not arrive (RFC 3464: action failed). */
    DELIVERY_FAILURE,
    /** A mail of ours has not arrived yet; its sender is still trying (RFC 3464: action delayed). */
    DELIVERY_DELAY,
    /** A mail of ours was delivered, relayed or expanded (RFC 3464). */
    DELIVERY_NOTICE,
    /** A mail of ours was displayed, deleted or the like (RFC 8098). */
    READ_RECEIPT,
    /** A provider tells of a complaint (RFC 5965). */
    FEEDBACK_REPORT,
    /** A newsletter or a mail of a list (RFC 2369, RFC 2919). */
    LIST,
    /** An invitation was accepted or declined (RFC 6047, method REPLY). */
    CALENDAR_ANSWER;

    /** Whether someone waits for an answer: it opens or reopens, is due, and starts the time until erasure anew. */
    public boolean contact() {
        return this == PERSONAL || this == NOTIFICATION;
    }

    /** Whether a program wrote it without a person. */
    public boolean automatic() {
        return this != PERSONAL && this != LIST && this != CALENDAR_ANSWER;
    }

    /** Whether it tells how a mail of ours fared (RFC 3464). */
    public boolean deliveryReport() {
        return this == DELIVERY_FAILURE || this == DELIVERY_DELAY || this == DELIVERY_NOTICE;
    }

    /** Whether it is about a mail and no message itself (RFC 6522), whose sender is nobody's address. */
    public boolean report() {
        return deliveryReport() || this == READ_RECEIPT || this == FEEDBACK_REPORT;
    }

    /** Its name outside: in lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
