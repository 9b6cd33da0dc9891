package org.obhut.ticket;

/** Why people end a ticket before its day. */
public enum ErasureGround {
    /** The client asks for it (GDPR Art. 17 (1) (b)). */
    WISH,
    /** It is not needed any more (GDPR Art. 5 (1) (e), Art. 17 (1) (a)). */
    NOT_NEEDED
}
