package org.obhut.outbox;

/** How far a reply has come. */
public enum DeliveryStatus {
    /** Can still be withdrawn. */
    HELD,
    /** Waits for SMTP or is being sent. */
    SENDING,
    SENT,
    /** Sent; a mail system on the way says that it is still trying (RFC 3464: action delayed). */
    DELAYED,
    /** Given up or refused for good; can be sent again. */
    FAILED,
    /** A bounce came back for it. */
    UNDELIVERED
}
